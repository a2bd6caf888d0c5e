# What the bot says itself, in Simplified Chinese. Every locale has the same messages with the same variables;
# messages.ts lists them.

## A reply

understood-as = 理解为：{ $question }
asked = 问：{ $question }
paragraph = 第 { $number } 段
quoted = “{ $words }”
list-separator = 、

missing = 公告没有提到{ $missing }。
known-but-missing = 公告提到了{ $known }，但没有提到{ $missing }。
no-match = 公告没有回答这个问题。
known-but-no-match = 公告提到了{ $known }，但没有回答这个问题。
chat = 我只回答公告里写了的事情，用公告的原句。请问我一个关于公告的问题。
empty = 没有读到文字。请用文字问我一个关于公告的问题。
nearest = 最接近的一句（不是答案）：
try = 可以这样问：
as-of = 以上是截至 { $date } 的情况。
earlier = 较早的公告说法不同：
replaced-corrected = 注意：这份公告后来有更正，见 { $notice }。
replaced-revised = 注意：这份公告后来有修订，见 { $notice }。
replaced-repealed = 注意：这份公告后来已废止，见 { $notice }。
notice-named = 《{ $title }》（{ $date }）
alternative = 另一句可能有关的话（{ $index }/{ $total }）：
inline-hint = 请问一个关于公告的问题，繁体、简体、拼音都可以。
no-more = 没有别的可能有关的句子了。
and-more = 还有 { $count } 句没有列出。

button-context = 看整段
button-sentence = 只看这一句
button-alternative = 换一句
button-previous = ‹ 上一句
button-next = 下一句 ›
button-page-back = ‹ 上一页
button-page-on = 下一页 ›

## Places and initiatives

county-choose = 请点选一个地方，或输入它的名称（繁体、简体、拼音都可以）。
county-choose-group = 请点选一个地方，或回复这条消息，写上它的名称。
county-again = 公告里没有这个地方。请再试一次：点选上面的按钮，或输入名称。/cancel 取消。
county-ended = 公告里也没有这个地方，先到这里。随时可以再用 /county，或直接提问。
county-unknown = 公告没有提到{ $name }。它提到的地方：
county-none = 公告没有提到任何地方。
county-fact = { $label }：{ $value }
county-fact-unlabelled = 列为：{ $value }
county-mentions = { $count ->
   *[other] 公告提到它的 { $count } 句话：
}

initiative-choose = 请点选一项举措，或输入它的名称（繁体、简体、拼音都可以）。
initiative-choose-group = 请点选一项举措，或回复这条消息，写上它的名称。
initiative-again = 公告里没有这项举措。请再试一次：点选上面的按钮，或输入名称。/cancel 取消。
initiative-ended = 公告里也没有这项举措，先到这里。随时可以再用 /initiative，或直接提问。
initiative-unknown = 公告没有提到{ $name }。它提到的举措：
initiative-none = 公告没有提到任何举措。
initiative-parts = { $count ->
   *[other] { $label }（{ $count } 项）：
}
initiative-parts-unlabelled = { $count ->
   *[other] 包括 { $count } 项：
}

cancelled = 已取消。随时可以再提问。
nothing-to-cancel = 没有正在进行的对话。直接提问就可以了。

## Notices, script, privacy

sources = { $count ->
   *[other] 我根据 { $count } 份公告回答：
}
source-length = { $paragraphs } 段，{ $characters } 字
also-at = 也刊于：{ $places }
source-undated = 没有日期
page = 第 { $number }／{ $total } 页
latest = 最新的 { $count } 份公告：

script-choose = 引文用哪种字体？目前：{ $choice }。
script-set = 已改为：{ $choice }。
script-traditional = 繁体
script-simplified = 简体
script-as-published = 按原文
script-automatic = 自动

privacy =
    我保存的只有这些：
    • 您用 /script 选的字体，记在您的 Telegram 编号下；选“自动”就删除。
    • 还没有结束的 /county 或 /initiative 对话，连同您在里面写的话。选好、/cancel，或者过了 { $minutes } 分钟，它就结束并删除。
    • 您在每个聊天、每个话题里问的最后一个问题，连同我引用的公告和我回答过的消息编号，好让您接着追问，或者改了问题我就改答案。{ $memory } 分钟以后就不再使用；您这么久没有提问，就全部删除。别人的问题绝不会当成您的。
    • 我正在回答的消息，通常不到一秒；之后只留它的编号，好不漏答、不重答。

    /forget 马上删除您的字体、问题和对话，屏蔽我也一样。

    群组只记我打过招呼，记在它的编号下。

    您的问题不写进日志。日志只记消息和聊天的编号、结果（例如有没有答案）、耗时，以及出错时的代号和原因。

forgotten = 已删除：您选的字体、您最后的问题和您的对话，所有聊天里的都删了。关于您的，没有留下什么。
reloaded = 已重新读取：共 { $notices } 份公告，新增或改动 { $changed } 份，移除 { $gone } 份。
reload-failed = 没有重新读取，仍用原来的公告回答。{ $reason }
stats =
    有答案 { $answered }，没有答案 { $abstained }，出错 { $failed }
    耗时中位数 { $median } ms，第 99 百分位 { $p99 } ms
    已运行 { $uptime }
    索引：公告 { $notices }，句子 { $sentences }，地方 { $counties }，举措 { $initiatives }

## How to use it

start =
    您好！请直接问我关于公告的问题，我用公告的原句回答；公告没有写的，我会说没有写。

    /county 查一个地方，/initiative 查一项举措，/help 看所有用法。

help =
    直接把问题发给我，繁体、简体、拼音都可以。在群组里用 /ask、提到 { $bot }，或者回复我的消息。

    /ask 问题 – 提问
    /county 地名 – 公告怎么说一个地方
    /initiative 名称 – 一项举措是什么、包括什么
    /latest – 最新的公告
    /source – 我根据哪些公告回答
    /script – 选择繁体或简体
    /privacy – 我保存什么
    /forget – 删除我保存的关于您的一切
    /cancel – 结束正在进行的对话

ask-usage = 请把问题写在后面，例如：/ask { $example }
ask-usage-plain = 请把问题写在 /ask 后面，或者用 /ask 回复一条消息。
wordless = 我只读文字。请用文字问我一个关于公告的问题。
unknown-command = 我不认得这个指令。/help 有所有用法；也可以直接提问。

command-start = 开始
command-ask = 提问
command-county = 查一个地方
command-initiative = 查一项举措
command-latest = 最新的公告
command-source = 公告的标题和日期
command-script = 繁体、简体或按原文
command-privacy = 我保存什么
command-forget = 删除我保存的关于您的一切
command-help = 所有用法
command-cancel = 结束正在进行的对话

greeting = 大家好！用 /ask、提到 { $bot }，或者回复我的消息，就可以问我关于公告的问题，我用公告的原句回答。
greeting-privacy =
    大家好！用 /ask 或者回复我的消息，就可以问我关于公告的问题，我用公告的原句回答。

    这里的其他消息 Telegram 不给我看；只提到 { $bot }，我不一定收得到。

## When something is wrong

apology = 抱歉，出了点问题，请稍后再试。如果一直这样，请把这个代号告诉管理者：{ $id }
too-fast = 一下子问得太多了，请过 { $seconds } 秒再问。
too-fast-group = 这个群组一下子问得太多了，请过 { $seconds } 秒再问。
outdated = 这个按钮已经失效，请重新提问。
not-yours = 这些按钮是别人要的。请自己发一次 { $command }。

## In the terminal

terminal-no-token = 没有设定 BOT_TOKEN，现在是终端里的对话。要在 Telegram 里用，请向 @BotFather 取得 token，写进 .env：BOT_TOKEN=…
terminal-help =
    输入问题后按 Enter，繁体、简体、拼音都可以。

    /county 地名 – 公告怎么说一个地方；不写地名就列出所有地方
    /initiative 名称 – 一项举措是什么、包括什么；不写名称就列出所有举措
    /source – 我根据哪些公告回答
    /quit – 结束，Ctrl-C、Ctrl-D 也可以
terminal-county-usage = /county 加地名：公告怎么说这个地方。
terminal-initiative-usage = /initiative 加名称：这项举措是什么、包括什么。
