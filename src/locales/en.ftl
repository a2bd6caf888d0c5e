# What the bot says itself, in English. Every locale has the same messages with the same variables; messages.ts
# lists them.

## A reply

understood-as = Understood as: { $question }
asked = Question: { $question }
paragraph = paragraph { $number }
quoted = “{ $words }”
list-separator = ,{" "}

missing = The notice does not mention { $missing }.
known-but-missing = The notice mentions { $known }, but not { $missing }.
no-match = The notice does not answer this.
known-but-no-match = The notice mentions { $known }, but does not answer this.
chat = I only answer from published notices, in their own words. Ask me something about them, in Chinese or pinyin.
empty = I found no words to read. Ask me something about the notices, in Chinese or pinyin.
nearest = The nearest sentence (not an answer):
try = You can ask:
as-of = This is as of { $date }.
earlier = An earlier notice says otherwise:
replaced-corrected = Note: this notice was corrected later; see { $notice }.
replaced-revised = Note: this notice was revised later; see { $notice }.
replaced-repealed = Note: this notice was repealed later; see { $notice }.
notice-named = “{ $title }” ({ $date })
alternative = Another sentence that may be related ({ $index }/{ $total }):
inline-hint = Ask about the published notices, in Chinese or pinyin.
no-more = There is no other sentence that may be related.
and-more = { $count ->
    [one] One more sentence is not listed.
   *[other] { $count } more sentences are not listed.
}

button-context = Whole paragraph
button-sentence = Sentence only
button-alternative = Another sentence
button-previous = ‹ Back
button-next = Next ›
button-page-back = ‹ Page before
button-page-on = Next page ›

## Places and initiatives

county-choose = Tap a place, or type its name in Chinese or pinyin.
county-choose-group = Tap a place, or reply to this message with its name.
county-again = The notice does not mention that place. Please try once more: tap a button above or type a name. /cancel to stop.
county-ended = The notice does not mention that place either, so let us leave it here. Send /county again at any time, or just ask.
county-unknown = The notice does not mention { $name }. It mentions these places:
county-none = The notice mentions no place.
county-fact = { $label }: { $value }
county-fact-unlabelled = listed with: { $value }
county-mentions = { $count ->
    [one] The sentence that mentions it:
   *[other] The { $count } sentences that mention it:
}

initiative-choose = Tap an initiative, or type its name in Chinese or pinyin.
initiative-choose-group = Tap an initiative, or reply to this message with its name.
initiative-again = The notice does not mention that initiative. Please try once more: tap a button above or type a name. /cancel to stop.
initiative-ended = The notice does not mention that initiative either, so let us leave it here. Send /initiative again at any time, or just ask.
initiative-unknown = The notice does not mention { $name }. It mentions these initiatives:
initiative-none = The notice mentions no initiative.
initiative-parts = { $label } ({ $count }):
initiative-parts-unlabelled = { $count ->
    [one] One part:
   *[other] { $count } parts:
}

cancelled = Cancelled. Ask me anything about the notices at any time.
nothing-to-cancel = There is nothing to cancel. Just ask.

## Notices, script, privacy

sources = { $count ->
    [one] I answer from one notice:
   *[other] I answer from { $count } notices:
}
source-length = { $paragraphs ->
    [one] one paragraph, { $characters } characters
   *[other] { $paragraphs } paragraphs, { $characters } characters
}
also-at = Also at: { $places }
source-undated = no date
page = Page { $number } of { $total }
latest = { $count ->
    [one] The latest notice:
   *[other] The { $count } latest notices:
}

script-choose = Which script shall quotations have? At present: { $choice }.
script-set = Changed to: { $choice }.
script-traditional = Traditional
script-simplified = Simplified
script-as-published = As published
script-automatic = Automatic

privacy =
    I keep these things only:
    • the script that you chose with /script, under your Telegram id. Choosing “Automatic” deletes it.
    • a /county or /initiative conversation that has not ended, with what you wrote in it. It ends and is deleted when you choose, with /cancel, or after { $minutes } minutes.
    • your last question in each chat and topic, with the notice that I quoted and the ids of the messages that I answered, so that a follow-up can lean on it and an edited question gets its answer edited. It is not used any more after { $memory } minutes, and deleted when you have asked nothing for so long. Nobody else's question is ever taken for yours.
    • messages that I am still answering, mostly for less than a second, and their numbers afterwards, so that none is lost or answered twice.

    /forget deletes your script, questions and conversations at once, and so does blocking me.

    Of a group I keep that I have greeted it, under its id.

    Your questions are not logged. The log has the ids of updates and chats, the outcome (such as answered or not), how long it took, and the code and cause of an error.

forgotten = Deleted: your script, your last questions and your conversations, in every chat. Nothing of you is left.
reloaded = Read again: { $notices } notices, { $changed } new or changed, { $gone } gone.
reload-failed = Not read again; the notices as they were are still answered from. { $reason }
stats =
    Answered { $answered }, abstained { $abstained }, failed { $failed }
    Median { $median } ms, 99th percentile { $p99 } ms
    Up for { $uptime }
    Index: notices { $notices }, sentences { $sentences }, places { $counties }, initiatives { $initiatives }

## How to use it

start =
    Hello! Ask me about the published notices, in Chinese or pinyin. I answer with the notice's own sentence, and say so when it does not say.

    /county looks up a place, /initiative a policy or programme, /help lists everything.

help =
    Just send me your question, in Chinese (either script) or pinyin. In groups use /ask, mention { $bot }, or reply to one of my messages.

    /ask question – ask
    /county name – what the notice says about a place
    /initiative name – what a policy or programme is and consists of
    /latest – what was published last
    /source – the notices that I answer from
    /script – Traditional or Simplified
    /privacy – what I keep
    /forget – delete what I keep of you
    /cancel – end the conversation that is running

ask-usage = Write your question after the command, for example: /ask { $example }
ask-usage-plain = Write your question after /ask, or reply to a message with /ask.
wordless = I only read text. Ask me something about the notices in words, in Chinese or pinyin.
unknown-command = I do not know that command. /help lists them all; or just ask.

command-start = Start
command-ask = Ask a question
command-county = Look up a place
command-initiative = Look up a policy or programme
command-latest = The latest notices
command-source = Titles and dates of the notices
command-script = Traditional, Simplified or as published
command-privacy = What I keep
command-forget = Delete what I keep of you
command-help = How to use me
command-cancel = End the conversation that is running

greeting = Hello! Ask me about the published notices with /ask, by mentioning { $bot }, or by replying to one of my messages. I answer with the notice's own sentence.
greeting-privacy =
    Hello! Ask me about the published notices with /ask, or by replying to one of my messages. I answer with the notice's own sentence.

    Telegram shows me no other messages here; a mention of { $bot } may not reach me.

## When something is wrong

apology = Sorry, something went wrong. Please try again later; if it keeps happening, give the operator this code: { $id }
too-fast = That is a lot at once. I answer again in { $seconds } s.
too-fast-group = This group asks a lot at once. I answer again in { $seconds } s.
outdated = This button no longer works. Please ask again.
not-yours = These buttons are somebody else's. Please send { $command } yourself.

## In the terminal

terminal-no-token = No BOT_TOKEN is set, so this is a chat in the terminal. For the bot, get a token from @BotFather in Telegram and put it into .env as BOT_TOKEN=…
terminal-help =
    Type a question, in Chinese (either script) or pinyin, and press Enter.

    /county name – what the notice says about a place; without a name, every place
    /initiative name – what a policy or programme is and consists of; without a name, all of them
    /source – the notices that I answer from
    /quit – end, as do Ctrl-C and Ctrl-D
terminal-county-usage = /county and a name: all that the notice says about the place.
terminal-initiative-usage = /initiative and a name: what it is and consists of.
