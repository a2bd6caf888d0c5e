# What the bot says itself, in Traditional Chinese. Every locale has the same messages with the same variables;
# messages.ts lists them.

## A reply

understood-as = 理解為：{ $question }
asked = 問：{ $question }
paragraph = 第 { $number } 段
quoted = 「{ $words }」
list-separator = 、

missing = 公告沒有提到{ $missing }。
known-but-missing = 公告提到了{ $known }，但沒有提到{ $missing }。
no-match = 公告沒有回答這個問題。
known-but-no-match = 公告提到了{ $known }，但沒有回答這個問題。
chat = 我只回答公告裡寫了的事情，用公告的原句。請問我一個關於公告的問題。
empty = 沒有讀到文字。請用文字問我一個關於公告的問題。
nearest = 最接近的一句（不是答案）：
try = 可以這樣問：
as-of = 以上是截至 { $date } 的情況。
earlier = 較早的公告說法不同：
replaced-corrected = 注意：這份公告後來有更正，見 { $notice }。
replaced-revised = 注意：這份公告後來有修訂，見 { $notice }。
replaced-repealed = 注意：這份公告後來已廢止，見 { $notice }。
notice-named = 《{ $title }》（{ $date }）
alternative = 另一句可能有關的話（{ $index }／{ $total }）：
inline-hint = 請問一個關於公告的問題，繁體、簡體、拼音都可以。
no-more = 沒有別的可能有關的句子了。
and-more = 還有 { $count } 句沒有列出。

button-context = 看整段
button-sentence = 只看這一句
button-alternative = 換一句
button-previous = ‹ 上一句
button-next = 下一句 ›
button-page-back = ‹ 上一頁
button-page-on = 下一頁 ›

## Places and initiatives

county-choose = 請點選一個地方，或輸入它的名稱（繁體、簡體、拼音都可以）。
county-choose-group = 請點選一個地方，或回覆這則訊息，寫上它的名稱。
county-again = 公告裡沒有這個地方。請再試一次：點選上面的按鈕，或輸入名稱。/cancel 取消。
county-ended = 公告裡也沒有這個地方，先到這裡。隨時可以再用 /county，或直接提問。
county-unknown = 公告沒有提到{ $name }。它提到的地方：
county-none = 公告沒有提到任何地方。
county-fact = { $label }：{ $value }
county-fact-unlabelled = 列為：{ $value }
county-mentions = { $count ->
   *[other] 公告提到它的 { $count } 句話：
}

initiative-choose = 請點選一項舉措，或輸入它的名稱（繁體、簡體、拼音都可以）。
initiative-choose-group = 請點選一項舉措，或回覆這則訊息，寫上它的名稱。
initiative-again = 公告裡沒有這項舉措。請再試一次：點選上面的按鈕，或輸入名稱。/cancel 取消。
initiative-ended = 公告裡也沒有這項舉措，先到這裡。隨時可以再用 /initiative，或直接提問。
initiative-unknown = 公告沒有提到{ $name }。它提到的舉措：
initiative-none = 公告沒有提到任何舉措。
initiative-parts = { $count ->
   *[other] { $label }（{ $count } 項）：
}
initiative-parts-unlabelled = { $count ->
   *[other] 包括 { $count } 項：
}

cancelled = 已取消。隨時可以再提問。
nothing-to-cancel = 沒有正在進行的對話。直接提問就可以了。

## Notices, script, privacy

sources = { $count ->
   *[other] 我根據 { $count } 份公告回答：
}
source-length = { $paragraphs } 段，{ $characters } 字
also-at = 也刊於：{ $places }
source-undated = 沒有日期
page = 第 { $number }／{ $total } 頁
latest = 最新的 { $count } 份公告：

script-choose = 引文用哪種字體？目前：{ $choice }。
script-set = 已改為：{ $choice }。
script-traditional = 繁體
script-simplified = 簡體
script-as-published = 按原文
script-automatic = 自動

privacy =
    我保存的只有這些：
    • 您用 /script 選的字體，記在您的 Telegram 編號下；選「自動」就刪除。
    • 還沒有結束的 /county 或 /initiative 對話，連同您在裡面寫的話。選好、/cancel，或者過了 { $minutes } 分鐘，它就結束並刪除。
    • 您在每個聊天、每個話題裡問的最後一個問題，連同我引用的公告和我回答過的訊息編號，好讓您接著追問，或者改了問題我就改答案。{ $memory } 分鐘以後就不再使用；您這麼久沒有提問，就全部刪除。別人的問題絕不會當成您的。
    • 我正在回答的訊息，通常不到一秒；之後只留它的編號，好不漏答、不重答。

    /forget 馬上刪除您的字體、問題和對話，封鎖我也一樣。

    群組只記我打過招呼，記在它的編號下。

    您的問題不寫進日誌。日誌只記訊息和聊天的編號、結果（例如有沒有答案）、耗時，以及出錯時的代號和原因。

forgotten = 已刪除：您選的字體、您最後的問題和您的對話，所有聊天裡的都刪了。關於您的，沒有留下什麼。
reloaded = 已重新讀取：共 { $notices } 份公告，新增或改動 { $changed } 份，移除 { $gone } 份。
reload-failed = 沒有重新讀取，仍用原來的公告回答。{ $reason }
stats =
    有答案 { $answered }，沒有答案 { $abstained }，出錯 { $failed }
    耗時中位數 { $median } ms，第 99 百分位 { $p99 } ms
    已運行 { $uptime }
    索引：公告 { $notices }，句子 { $sentences }，地方 { $counties }，舉措 { $initiatives }

## How to use it

start =
    您好！請直接問我關於公告的問題，我用公告的原句回答；公告沒有寫的，我會說沒有寫。

    /county 查一個地方，/initiative 查一項舉措，/help 看所有用法。

help =
    直接把問題發給我，繁體、簡體、拼音都可以。在群組裡用 /ask、提到 { $bot }，或者回覆我的訊息。

    /ask 問題 – 提問
    /county 地名 – 公告怎麼說一個地方
    /initiative 名稱 – 一項舉措是什麼、包括什麼
    /latest – 最新的公告
    /source – 我根據哪些公告回答
    /script – 選擇繁體或簡體
    /privacy – 我保存什麼
    /forget – 刪除我保存的關於您的一切
    /cancel – 結束正在進行的對話

ask-usage = 請把問題寫在後面，例如：/ask { $example }
ask-usage-plain = 請把問題寫在 /ask 後面，或者用 /ask 回覆一則訊息。
wordless = 我只讀文字。請用文字問我一個關於公告的問題。
unknown-command = 我不認得這個指令。/help 有所有用法；也可以直接提問。

command-start = 開始
command-ask = 提問
command-county = 查一個地方
command-initiative = 查一項舉措
command-latest = 最新的公告
command-source = 公告的標題和日期
command-script = 繁體、簡體或按原文
command-privacy = 我保存什麼
command-forget = 刪除我保存的關於您的一切
command-help = 所有用法
command-cancel = 結束正在進行的對話

greeting = 大家好！用 /ask、提到 { $bot }，或者回覆我的訊息，就可以問我關於公告的問題，我用公告的原句回答。
greeting-privacy =
    大家好！用 /ask 或者回覆我的訊息，就可以問我關於公告的問題，我用公告的原句回答。

    這裡的其他訊息 Telegram 不給我看；只提到 { $bot }，我不一定收得到。

## When something is wrong

apology = 抱歉，出了點問題，請稍後再試。如果一直這樣，請把這個代號告訴管理者：{ $id }
too-fast = 一下子問得太多了，請過 { $seconds } 秒再問。
too-fast-group = 這個群組一下子問得太多了，請過 { $seconds } 秒再問。
outdated = 這個按鈕已經失效，請重新提問。
not-yours = 這些按鈕是別人要的。請自己發一次 { $command }。

## In the terminal

terminal-no-token = 沒有設定 BOT_TOKEN，現在是終端機裡的對話。要在 Telegram 裡用，請向 @BotFather 取得 token，寫進 .env：BOT_TOKEN=…
terminal-help =
    輸入問題後按 Enter，繁體、簡體、拼音都可以。

    /county 地名 – 公告怎麼說一個地方；不寫地名就列出所有地方
    /initiative 名稱 – 一項舉措是什麼、包括什麼；不寫名稱就列出所有舉措
    /source – 我根據哪些公告回答
    /quit – 結束，Ctrl-C、Ctrl-D 也可以
terminal-county-usage = /county 加地名：公告怎麼說這個地方。
terminal-initiative-usage = /initiative 加名稱：這項舉措是什麼、包括什麼。
