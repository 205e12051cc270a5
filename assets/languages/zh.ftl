# The words of the window in Simplified Chinese.

## Languages

language-system = 跟随系统

## Changes of the notes, as undo names them

edit-tag = 标签“{ $name }”
edit-remove-tag = 去掉标签“{ $name }”
edit-rename-tag = 重命名标签“{ $name }”
edit-delete-tag = 删除标签“{ $name }”
edit-colour-of = “{ $name }”的颜色
edit-meaning-of = “{ $name }”的含义
edit-import-tags = 导入标签
edit-highlight = 标记
edit-note = 笔记
edit-note-on-paragraph = 段落笔记
edit-note-on-article = 全文笔记
edit-colour = 颜色
edit-delete = 删除
edit-link = 链接
edit-unlink = 去掉链接
edit-copy = 复制
edit-move = 移动
edit-move-ends = 移动首尾
edit-keep = 保留
edit-speaker = 说话人
edit-not-speech = 不是引语
edit-speech = 引语
edit-same-person = 同一人
edit-apart = 分开

## Commands

command-open = 打开…
    .help = 选择要打开的文章，每篇一个标签页
command-open-sample = 阅读示例
    .help = 打开 Quotemark 自带的文章
command-path-field = 输入路径
    .help = 输入或粘贴文章的路径
command-new-window = 新建窗口
    .help = 另开一个空窗口
command-open-in-new-window = 在新窗口中打开
    .help = 在另一个窗口中也显示这篇文章
command-close-tab = 关闭标签页
    .help = 关闭这篇文章；笔记会保留
command-next-tab = 下一个标签页
    .help = 转到下一个标签页的文章
command-previous-tab = 上一个标签页
    .help = 转到上一个标签页的文章
command-export = 导出…
    .help = 把文章或笔记写成其他程序可用的文件
command-copy = 复制
    .help = 复制所选文字
command-select-all = 全选
    .help = 选择整篇文章
command-select-sentence = 选择句子
    .help = 选择正在阅读处的句子，再按选择下一句
command-clear-selection = 取消选择
    .help = 放开所选或选中的内容
command-highlight-yellow = 标为黄色
    .help = 标记所选文字或句子，或把选中的笔记改为黄色
command-highlight-green = 标为绿色
    .help = 标记所选文字或句子，或把选中的笔记改为绿色
command-highlight-blue = 标为蓝色
    .help = 标记所选文字或句子，或把选中的笔记改为蓝色
command-highlight-pink = 标为粉色
    .help = 标记所选文字或句子，或把选中的笔记改为粉色
command-highlight-orange = 标为橙色
    .help = 标记所选文字或句子，或把选中的笔记改为橙色
command-highlight-violet = 标为紫色
    .help = 标记所选文字或句子，或把选中的笔记改为紫色
command-tag = 标签
    .help = 给所选文字、句子或选中的笔记加标签
command-note = 写笔记
    .help = 为所选文字、句子或选中的笔记写几句
command-note-on-paragraph = 给段落写笔记
    .help = 给正在读的整个段落写笔记
command-note-on-article = 给全文写笔记
    .help = 给整篇文章写笔记
command-move-start = 移动开头
    .help = 用左右键移动所选文字的开头
command-move-end = 移动结尾
    .help = 用左右键移动所选文字的结尾
command-link-to = 链接到…
    .help = 把选中的笔记和另一条笔记链接起来
command-delete-annotation = 删除笔记
    .help = 删除选中的笔记和它的标记
command-copy-note = 复制到我的笔记
    .help = 把另一图层中选中的笔记复制成自己的
command-next-own-layer = 你的下一个图层
    .help = 写入署有你名字的下一个图层
command-claim-layer = 这些笔记是我的
    .help = 把所选笔记的图层署上你的名字，以便修改
command-tags-together = 同时出现的标签
    .help = 查看哪些标签常在同一条笔记上
command-export-tags = 导出标签…
    .help = 把标签连同颜色和含义写入文件，以便共享
command-import-tags = 导入标签…
    .help = 把共享文件中的标签并入自己的标签
command-correct-speaker = 更正说话人…
    .help = 指明这里是谁说的，或所选文字是引语
command-same-person = 同一人…
    .help = 让这位说话人与另一位成为同一人
command-not-speech = 不是引语
    .help = 说明这里没有人说话
command-undo = 撤销
    .help = 撤回对笔记的上一次改动
command-redo = 重做
    .help = 重新做被撤回的改动
command-find = 查找
    .help = 在正文中查找文字
command-next-result = 下一处结果
    .help = 转到下一处找到的地方
command-previous-result = 上一处结果
    .help = 转到上一处找到的地方
command-filter = 筛选笔记
    .help = 只列出部分笔记：按文字、标签、说话人、颜色或状态
command-next-annotation = 下一条笔记
    .help = 转到正文中的下一条笔记
command-previous-annotation = 上一条笔记
    .help = 转到上一条笔记
command-next-quotation = 下一处引语
    .help = 转到正文中的下一处引语
command-previous-quotation = 上一处引语
    .help = 转到上一处引语
command-next-of-speaker = 此人的下一处引语
    .help = 转到同一人下一次说话的地方
command-previous-of-speaker = 此人的上一处引语
    .help = 转到同一人上一次说话的地方
command-only-speaker = 只看此人
    .help = 淡化其他人的话，或重新显示
command-stop-listening = 停止查找说话人
    .help = 结束耗时的查找；已找到的引语保留
command-listen = 查找说话人
    .help = 停止之后，重新查找文章里的说话人
command-outline = 大纲
    .help = 用方向键转到文章的某个标题
command-back = 后退
    .help = 回到上次跳转之前的位置
command-forward = 前进
    .help = 回到后退之前的位置
command-focus-paragraph = 专注于段落
    .help = 淡化正在阅读的段落以外的内容，或取消
command-focus-line = 专注于一行
    .help = 淡化正在阅读的一行以外的内容，或取消
command-full-screen = 全屏
    .help = 只显示正文，或全部恢复
command-read-aloud = 朗读
    .help = 从当前位置开始朗读文章，或暂停、继续
command-larger-text = 放大文字
    .help = 把正文放大一级
command-smaller-text = 缩小文字
    .help = 把正文缩小一级
command-normal-text = 正常大小
    .help = 恢复正文的通常大小
command-next-theme = 下一个主题
    .help = 依次换用浅色、棕褐、深色和高对比度
command-theme-system = 系统主题
    .help = 与系统一样浅色或深色
command-theme-light = 浅色主题
    .help = 浅色纸面，深色文字
command-theme-sepia = 棕褐主题
    .help = 暖色纸面，深色文字
command-theme-dark = 深色主题
    .help = 深色底，浅色文字
command-theme-contrast = 高对比度主题
    .help = 黑底白字，处处有边框
command-other-face = 衬线或无衬线
    .help = 换用另一种字体排正文
command-speakers-panel = 说话人面板
    .help = 显示或收起说话人、标签和大纲
command-notes-panel = 笔记面板
    .help = 显示或收起笔记
command-leftovers = 折叠的网页部分
    .help = 显示或折叠网页的菜单和相关文章
command-your-name = 你的名字…
    .help = 设置写入笔记文件的名字
command-settings = 设置…
    .help = 设置名字、主题和正文的排法
command-palette = 命令面板
    .help = 输入任意命令的几个字母并执行
command-help = 帮助
    .help = 列出所有命令及其按键
command-quit = 退出
    .help = 关闭窗口；笔记已保存

## Numbers of things

count-notes = { $count } 条笔记
count-quotations = { $count } 处引语

## Start page and opening

start-back = 回到文章
start-drop = 把文章拖到这里
open = 打开…
start-sample = 阅读示例
start-kinds-between = 、
start-paste = 或粘贴路径
start-path = 文章的路径
recent = 最近
recent-clear = 清除
recent-empty = 打开过的文章会列在这里。
open-named = 打开{ $name }
no-notes = 没有笔记
drop-folder = 打开这个文件夹里的文章
drop-one = 打开“{ $name }”
drop-this = 打开这篇文章
drop-several = 打开 { $count } 篇文章，每篇一个标签页
no-dialog = 这里无法打开文件对话框。请把文件拖到窗口上，或粘贴它的路径。
no-save-dialog = 这里无法打开文件对话框。请直接输入路径。
dialog-open = 打开文章
dialog-export = 导出
folder-empty = 文件夹“{ $folder }”里没有能打开的文章。
opened-some = { $count } 篇文章中只打开了前 { $most } 篇。
opened-link = “{ $name }”是指向“{ $path }”的链接；笔记存放在那里
right-to-left = “{ $name }”含有从右向左书写的文字，目前还排不好：那里的标记以整段为单位。
took-in = 已并入另一个程序写下的笔记
took-in-what = 已并入另一个程序写下的笔记：{ $what }
took-copy = 已并入同步服务留下的副本“{ $path }”：{ $what }。笔记保存后可以删除它。
taken-added = 新增 { $count } 条
taken-changed = 更改 { $count } 条
taken-both = { $count } 条保留了两边的文字
taken-deleted = 删除 { $count } 条
taken-and = {"，"}
exported = 已导出到“{ $path }”
exporting = 正在导出…

## Top bar

more-commands = 更多命令
theme = 主题
text-size-and-face = 文字大小与字体
open-button = 打开
close-named = 关闭{ $name }
no-window = 无法另开窗口。请再启动一次 Quotemark。
aloud-go-on = 继续朗读
aloud-pause = 暂停朗读
no-voice = 没有可用的语音，无法朗读。请安装或设置系统的语音服务；在 Linux 上是 Speech Dispatcher（speech-dispatcher）。
voice-silent = 系统的语音每句都立刻结束，好像没有出声，所以停止了朗读。请试一试或设置语音服务；在 Linux 上可运行 spd-say hello。
status-aloud = 正在朗读 · 按 { $keys } 暂停，按 { $stop } 结束
status-paused = 朗读已暂停 · 按 { $keys } 继续，按 { $stop } 结束
way-back = 按 { $keys } 或 Esc 恢复工具栏和面板

## Left panel

speakers = 说话人
speakers-looking = 正在查找说话人…
speakers-stopped = 尚不知道说话人：查找已停止。
speakers-near = 此处附近的说话人；其余尚未确定。
speakers-none = 这篇文章没有引用任何人的话。
speaker-row = { $name }，{ $quotations }，占 { $share } %
speaker-also = 也称：{ $names }
speaker-paragraph = 第 { $first } 段
speaker-paragraphs = 第 { $first } 至 { $last } 段
speaker-how = 直接引语 { $direct } 处，转述 { $reported } 处，{ $places }
speaker-hint = 单击可逐处查看这些话。把一个名字拖到另一个上，两人合为一人。
speakers-everyone = 显示所有人
rename = 重命名
new-name = 新名字
speaker-filter = 只看这些话上的笔记
apart-again = 重新分开
tags = 标签
tags-none = 给段落加的标签会列在这里。
tag-row = 标签{ $name }，{ $notes }
tag-all = 单击显示所有笔记。
tag-only = 单击只显示这些笔记。
tag-row-above = { $name }里的标签，{ $notes }
tag-more = 标签{ $name }的更多操作
tags-more = 关于“{ $name }”下的标签
tags-colour = 其中标签的颜色
tags-delete = 从{ $notes }中删除其中的标签
tag-merges = 已有标签“{ $to }”：“{ $name }”会并入其中，用它的颜色。可以撤销。
tag-along = 它下层的标签会一同改名。
merge = 合并
colour = 颜色
tag-colour = { $colour }
colour-yellow = 黄色
colour-green = 绿色
colour-blue = 蓝色
colour-pink = 粉色
colour-orange = 橙色
colour-violet = 紫色
meaning = 含义
meaning-field = 标签的含义
meaning-hint = 它代表什么…
tag-delete = 从 { $notes }删除标签
tags-together = 同时出现的标签
tags-together-none = 还没有带两个标签的笔记。
tag-pair = { $one }与{ $other }，{ $notes }
outline = 大纲
outline-row = 转到{ $heading }
layers = 图层
layers-name = 设置你的名字…
layer-own = 你的笔记
layer-own-named = 你的图层{ $layer }
layer-begun = 你的笔记，由{ $name }开始
layer-row = { $name }，{ $notes }
layer-own-hide = 单击收起你的笔记。
layer-own-show = 单击显示你的笔记。
layer-damaged = 已损坏
layer-yours = 你的
layer-write = 写入你的图层{ $layer }
layer-locked = { $owner }的笔记只能阅读
layer-own-hint = 选择铅笔图标后，你写的内容会存入“{ $file }”。{ $click }
layer-written = 现在写入你的图层{ $layer }
layer-claimed = 图层{ $layer }现在署你的名字
layer-read-only = 只读
layer-other = 图层{ $owner }，{ $notes }，{ $state }
layer-hide = 单击收起。
layer-show = 单击显示。
layer-hint = “{ $file }”里的笔记可以在这里阅读，不能修改。{ $click }

## Notes

notes = 笔记
notes-none = 选择文字，按 1 标记，按 N 写笔记。
orphans = 失去原文的笔记  { $count }
filter = 筛选…
notes-beside = 列在正文旁
notes-list = 全部列出
order-place = 按在文中的位置
order-time = 按时间，最新的在前
order-tag = 按标签
filter-hint = 文字、tag:、by:、speaker:…
filter-field = 筛选笔记
order = 笔记的顺序
filter-close = 显示所有笔记
filter-more = 还可用 colour: 和 state:，可同时用几个。
filter-no-match = 没有符合的笔记。
on-article = 关于全文
front-line = 关于全文的笔记：{ $words }
paragraph-bar = 段落“{ $words }”上的笔记
paragraph-bar-of = { $owner }在段落“{ $words }”上的笔记
margin-note = “{ $quote }”上的笔记
margin-note-of = { $owner }在“{ $quote }”上的笔记
passage-changed = 这段文字改动过
passage-gone = 这段文字已不在文章里
somebody-else = 另一个人
card-of = { $owner }的笔记：可以在这里阅读，不能修改。
card-copy = 复制到我的笔记
card-go-article = 转到文章开头
card-go-paragraph = 转到段落“{ $words }”
card-go = 转到“{ $words }”
note-hint = 写点笔记…
note = 笔记
card-edit = 单击编辑
card-keep = 保留在这里
delete = 删除
card-place = 放置
card-place-hint = 放到所选文字上
card-place-first = 先选择它所属的文字
card-delete = 删除这条笔记
card-edit-note = 编辑这条笔记
link-title = 把这条笔记链接到
link-all = 它已经链接到你的所有其他笔记。
link-field = 查找笔记
link-go = 转到链接的笔记“{ $words }”
link-off = 去掉到“{ $words }”的链接
chip-off = 单击去掉这个标签
chip-only = 单击只显示带这个标签的笔记
tag-hint = 标签…
tag = 标签
annotate = 批注

## Who says this

who-says = 谁说的？
same-person-as = 与……是同一人
type-name = 输入名字
speaker-name = 说话人的名字
not-speech = 不是引语
speech-of-nobody = 是引语，说话人不明
speaker-moves = 这里的改动也会带动由它推出的引语。可以撤销。
spoke-before = 刚刚说过话
speaks-after = 接下来说话
speaks-most = 本文中说话最多
speaks-once = 本文中说过一次
speaks-times = 本文中说过 { $times } 次

## Find

find-first = 前 { $count } 处
find-so-far = { $count } 处…
find-count = 第 { $current } 处，共 { $count } 处
find-looking = 正在查找…
find-none = 正文中没有“{ $words }”。
find-field = 在正文中查找
find-close = 关闭查找
find-expression = 正则表达式
find-whole-words = 全字匹配
find-capitals = 区分大小写和重音

## Command palette and help

palette-hint = 输入命令
palette-field = 命令
palette-none = 没有与“{ $words }”相符的命令。
palette-all = 所有命令
palette-count = { $all } 个命令中的 { $count } 个
help-title = 能做什么，用哪些键
close = 关闭
help-keys = 方向键、Page up、Page down、Home 和 End 滚动。左右键按字移动光标，加 Ctrl 按词；上下键加 Alt 按句，加 Ctrl 按段；加 Shift 则选择。双击选词，三击选句。

## Export

export-exists = “{ $name }”已经存在。再导出一次就会替换它。
export-as = 导出为
export-place = 选择位置…
export = 导出
cancel = 取消
export-file = 要写入的文件
export-html = 网页
export-csv = 表格
export-markdown-help = 笔记，可以接着写
export-html-help = 文章连同说话人和笔记，用任何浏览器都能打开
export-csv-help = 笔记，每条一行，供电子表格使用
export-json-help = 笔记，供程序使用
export-tags = 导出标签
export-tags-help = 名称、颜色和含义，不含你的笔记：可与全班共享的文件。
import-tags = 导入标签
import-tags-help = 添加你没有的标签。你自己的标签保留其颜色和含义。
import-file = 选择文件…
import = 导入
tag-file = 标签文件

## Settings

settings = 设置
settings-face = 字体
settings-easy-faces = 易读字体
settings-other-face = 其他字体
settings-other-face-hint = 已安装字体的名称
settings-no-face = 没有安装名称含“{ $family }”的字体。
settings-size = 文字大小
settings-line-length = 每行字母数
settings-line-height = 行高
settings-edge = 右边缘
settings-motion = 动画
motion-system = 跟随系统
motion-always = 总是
motion-never = 从不
settings-focus = 专注
settings-ragged = 不齐
settings-justified = 对齐
settings-name = 你的名字
settings-name-why = 会写入你的笔记
settings-file = 这些都存放在“{ $file }”里，那里也可以设置命令的按键：{ $example }
settings-no-file = 这些都无法保存：系统没有存放设置的文件夹。
theme-system = 跟随系统
theme-light = 浅色
theme-sepia = 棕褐
theme-dark = 深色
theme-contrast = 高对比度
settings-language = 语言
focus-off = 关
focus-paragraph = 段落
focus-line = 行
face-serif = 衬线
face-own = 自选
no-face = 设置里写的字体“{ $family }”没有安装，暂用衬线字体。请安装它，或在设置里另选一种。
face-sans = 无衬线

## Status bar

status-nothing = 没有打开文章
status-opening = 正在打开“{ $name }”…
status-place = 第 { $here } 段，共 { $all } 段
status-others = 他人 { $count } 条
status-changed = { $count } 条待确认
status-orphans = { $count } 条失去原文
status-selected-paragraphs = { $count ->
    [1] 已选一段中的一部分
   *[other] 已选 { $count } 段
}
status-selected = { $words ->
    [0] 已选一个符号
   *[other] 已选 { $words } 个词
}
status-listening = 正在查找说话人：{ $share } %
status-stopped = 查找说话人停在 { $share } %
status-not-yet = 还不知道这是谁说的
status-sure = { $name } – { $why }
status-perhaps = 可能是{ $name } – { $why }
status-unclear = 不清楚是谁说的 – { $why }
saving = 正在保存…
saved = { $time } 已保存
saved-apart = { $time } 已保存到你的数据文件夹
not-saved = 未保存

## What became of a command

not-written = 这条笔记属于你的图层“{ $layer }”：请先选择“写入你的图层{ $layer }”
not-own = 这条笔记属于图层“{ $owner }”，不能在这里修改。请先复制到你的笔记
why-undo = 没有可撤销的改动
why-redo = 没有可重做的改动
why-move-ends = 请先选中一条写在文字上的笔记：点它，或用“下一条笔记”
why-link = 请先选中你的一条笔记：单击它，或用“下一条笔记”转到它
why-link-alone = 还没有别的笔记可以链接
why-delete = 请先选中一条笔记：单击它，或用“下一条笔记”转到它
why-tags = 还没有标签
why-listened = 整篇文章的说话人都已查找过
why-stopped = 现在没有在查找说话人
stopped-listening = 已停止查找说话人；找到的引语保留
why-own-layer = 这篇文章没有别的图层署你的名字
why-claim-name = 请先设置你的名字
why-copy-note = 请先选中另一图层的笔记
why-speaker = 请先选择文字，或用“下一处引语”转到一处引语
why-same-person = 请先转到一处知道说话人的引语
why-not-speech = 请先转到一处引语
why-result = 请先用“查找”查找
why-new-window = 这篇文章没有文件，别的窗口打不开它。
why-copy = 请先选择文字，或选中一条笔记
why-outline = 这篇文章没有标题
why-back = 没有可后退的跳转
why-forward = 还没有后退过
undo-named = { $command }{ $edit }
undid = 已撤销{ $edit }
redid = 已重做{ $edit }
undid-partly = 已撤销{ $edit }；另一个程序此后的改动保留不变
redid-partly = 已重做{ $edit }；另一个程序此后的改动保留不变
not-undone-changed = { $edit }无法撤销：另一个程序此后改动了同一处
not-undone-deleted = { $edit }无法撤销：另一个程序此后删除了这条笔记
not-redone-changed = { $edit }无法重做：另一个程序此后改动了同一处
not-redone-deleted = { $edit }无法重做：另一个程序此后删除了这条笔记
copy-gone = 这段文字已不在文章里，无法复制
copy-there = 它已经在你的笔记里
copied = 已复制到你的笔记
tag-renamed = 已将“{ $name }”改名为“{ $to }”：{ $notes }
tag-merged = 已将“{ $name }”并入“{ $to }”：{ $notes }
tag-recoloured = “{ $name }”的颜色：{ $colour }
tag-defined = 已保存“{ $name }”的含义
tag-deleted = 已删除标签“{ $name }”：{ $notes }
tags-imported = 已并入“{ $path }”：{ $count ->
    [0] 没有新标签，但有新的含义
   *[other] { $count } 个新标签
}
tags-all-there = “{ $path }”里的标签你都已经有了
tags-too-many = “{ $path }”里的标签没有并入：加上你的就会超过 { $most } 个。请先删除一些，然后重试。
moved = { $edit }：带动了 { $count } 处引语
notes-wait = 整篇文章读完后才显示笔记
notes-read-only = 这些笔记可以阅读但不能修改：它们的文件已损坏，或来自更新的版本

## What happened to files

files-notes-in = {""}它的笔记在“{ $path }”。
moved-away = “{ $name }”已不在“{ $folder }”里：它被移走或删除了。可以继续阅读。{ $notes }
files-notes-kept = {""}它的笔记存放在“{ $path }”。
folder-gone = 文件夹“{ $folder }”不见了，或它的磁盘已被移走。可以继续阅读“{ $name }”。{ $notes }
renamed = “{ $old }”现在叫“{ $name }”。
renamed-with-notes = “{ $old }”现在叫“{ $name }”；它的笔记一同跟随。
mended = “{ $name }”的笔记又可以阅读和修改了。
all-found = {""}它的笔记全都找到了。
some-found = {""}其中 { $changed } 条笔记所在的文字有改动，请确认；{ $gone } 条失去了原文，已列出。
changed-outside = “{ $name }”被另一个程序改动过，现按新内容显示。{ $notes }
notes-handed-out = “{ $name }”的笔记是{ $owner }的，会保持原样；你的笔记存入“{ $file }”。如果那些笔记是你的，请单击该图层旁的锁。
notes-begun = “{ $name }”的笔记由{ $owner }开始：你添加的内容会存入同一个文件。设置你的名字，就能把自己的笔记存入单独的文件。
notes-elsewhere = “{ $name }”的笔记在“{ $path }”，因为它旁边无法写入。下次改动时会再试。
notes-renamed = “{ $name }”的笔记在“{ $path }”找到，那时它用的是另一个名字。下次改动时笔记会一同跟随。
kept-apart = “{ $name }”旁边无法写入（{ $why }），所以笔记存放在“{ $path }”。每次改动都会再试。
not-saved-because = 未保存：{ $problem }

## Reading pane

handle-start = 所选文字的开头
handle-end = 所选文字的结尾
scroll = 滚动
who-speaks-where = 谁在哪里说话
unknown-speaker = 说话人不明
quotation-of = { $name }：{ $words }
folded-menu = 菜单
folded-related = 相关文章
folded = { $what }，{ $lines } 行
hide = 隐藏
show = 显示
notice-close = 收起这条消息
notice-fewer = 收起一些
notice-more = 还有 { $count } 条
date-day = %-m月%-d日
date-year = %Y年%-m月%-d日

## Why somebody is the speaker

why-nobody = 附近没有提到任何人。
why-unknown-language = 没有列出说话人：Quotemark 不懂这种语言的用词。
why-no-new-speaker = 没有提到新的说话人。
why-goes-on = 没有提到新的说话人：{ $name }继续说。
why-in-turn = 没有提到说话人：两人轮流说话。
why-answers = 没有提到说话人：两人轮流说话，这里是{ $name }回答。
why-said-named = 这些话旁边写着{ $words }。
why-said = { $words } – { $who }。
why-likeliest-named = 附近没有表示说话的词；最可能是{ $name }说的。
why-likeliest = 附近没有表示说话的词；最可能是{ $words } – { $who }。
why-cue-named = “{ $cue }”与“{ $words }”在一起。
why-cue = “{ $cue }”与“{ $words }”在一起 – { $who }。
why-near-unclear = 旁边是“{ $words }” – 但不清楚是谁。
why-near-named = 附近没有表示说话的词；旁边是“{ $words }”。
why-near = 附近没有表示说话的词；旁边是“{ $words }” – { $who }。
why-label-named = 这些话旁边标着“{ $words }”。
why-label = 这些话旁边标着“{ $words }”：{ $who }。
why-question = “{ $words }”标在采访者的话前面。
why-marked = 你把它标为引语。
why-corrected = 这是你指明的说话人。
why-follows = 这是由你的更正推出的。
who-unclear = 但不清楚是谁
who-is = 就是{ $name }
who-called = 文章这样称呼{ $name }
who-back = { $paragraphs ->
    [0] 本段提到{ $name }
    [1] 上一段提到{ $name }
   *[other] { $paragraphs } 段之前，文章提到{ $name }
}

## What went wrong with a file: the same words as the errors themselves

open-missing = 没有文件“{ $path }”。请检查路径后再试。
open-folder = “{ $name }”是文件夹。请打开其中的文章。
open-no-ordinary-file = “{ $name }”是管道或设备，不是文件。请把文字存成文件再打开。
open-no-permission = 你没有读取“{ $name }”的权限。请更改权限，或把它复制到可以读取的地方。
open-failed = 无法读取“{ $name }”：{ $reason }。请再试一次，或打开别的文件。
open-too-large = “{ $name }”超过了能打开的上限 { $limit }。请拆成几部分再打开。
open-empty = “{ $name }”是空的。请确认它已保存，或打开别的文件。
open-binary = “{ $name }”里没有文字。请用原来的程序打开它，另存为纯文本。
open-not-yet = “{ $name }”是{ $kind }，目前还不能打开。请另存为纯文本再打开。
open-picture = “{ $name }”是图片，里面没有文字。请先做文字识别，再打开识别出的文本。
open-packed = “{ $name }”是{ $kind }。请解压后再打开其中的文章。
open-no-article = “{ $name }”是{ $kind }，不是文章。请打开别的文件。
open-nothing-inside = 文件夹“{ $name }”里没有能打开的文章。请放入文本文件，或打开别的文件夹。
open-unreadable = { $count } 个字符无法按 { $charset } 读取，显示为“�”。
of-file = “{ $name }”：{ $said }
open-web-page = 这是网页，按纯文本连同标签显示。
export-not-written = 无法写入“{ $path }”：{ $problem }。请另选位置。
export-article = “{ $path }”就是文章本身。请为导出另取名字。
export-over-notes = “{ $path }”存着这篇文章的笔记。请为导出另取名字。
export-folder = “{ $path }”是文件夹。请在其中取一个文件名。
export-no-json = 无法把笔记写成 JSON：{ $problem }。请换一种格式。
write-no-folder = 没有这个文件夹
write-no-permission = 你没有这个权限
write-not-a-folder = 路径的一部分是文件
write-disk-full = 磁盘已满
kind-plain-text = 纯文本
kind-pdf = 一个 PDF 文档
kind-rtf = 一个 RTF 文档
kind-old-office = 一个旧版 Word 或 Office 文档
kind-dj-vu = 一个 DjVu 文档
kind-post-script = 一个 PostScript 文档
kind-chm = 一个 CHM 帮助文件
kind-kindle = 一本 Kindle 电子书
kind-epub = 一本 EPUB 电子书
kind-open-document = 一个 OpenDocument 文件
kind-word = 一个 Word 文档
kind-office = 一个 Office 文档
kind-compressed = 一个压缩文件
kind-seven-zip = 一个 7z 压缩包
kind-rar = 一个 RAR 压缩包
kind-zip = 一个 zip 压缩包
kind-program = 一个程序
kind-database = 一个数据库

notes-unreadable = 无法读懂“{ $path }”里的笔记：{ $problem }。文件保持原样；请改正那一处，或把文件移走，然后再试。
notes-not-read = 无法读取“{ $path }”里的笔记：{ $problem }。请检查文件能否打开，然后再试。
notes-missing = 没有笔记文件“{ $path }”。请检查路径，然后再试。
notes-folder = “{ $path }”是文件夹，不是笔记文件。请指定其中以“.ron”结尾的文件。
notes-no-notes = “{ $path }”不是笔记文件（见第 { $line } 行第 { $column } 列）。它保持原样；请给出 Quotemark 写的文件，或者把它移走。
notes-no-code-book = “{ $path }”不是标签文件。请选择 Quotemark 导出的标签文件，或者笔记文件。
notes-no-tags = 无法读取“{ $path }”里的标签：{ $problem }。请另选文件，或改正这个文件，然后再试。
notes-too-large = “{ $path }”超过 64 MiB，不像是笔记。请把它移走再试。
notes-newer = “{ $path }”由更新版本的 Quotemark 写成（格式 { $format }，这个版本认识 { $known }）。其中的笔记只显示，不改动；要改动请更新 Quotemark。
notes-held = { $holder } 正在写“{ $path }”。请关闭那个程序，或稍等再试。
notes-not-written = 无法把笔记存到“{ $path }”：{ $problem }。请腾出空间或允许写入，然后再试。
notes-no-place = 没有地方存放“{ $name }”的笔记。请把文章存到自己的文件夹，再从那里打开。
notes-empty = “{ $path }”是空的，当作没有这个文件。如果里面曾有笔记，请找找它的副本或备份。
notes-damaged = “{ $path }”第 { $line } 行第 { $column } 列：{ $problem }。这一处按原样保留。
notes-damaged-more = { $first }另有 { $more } 处损坏。
layers-too-many = “{ $name }”旁有 { $count } 个图层，只显示前 { $most } 个。请合并一些，或把它们移走。

## What is wrong in the program's own files

mistake = { $file } 第 { $line } 行第 { $column } 列：{ $problem }。
mistake-no-setting = 没有“{ $name }”这项设置
mistake-value = 这里的值写得不对（{ $problem }），改用通常的值
mistake-shortcuts = 这里的按键写得不对（{ $problem }），改用通常的按键
mistake-twice = “{ $name }”的按键写了两次，以后一次为准
mistake-broken = 括号或逗号写得不对（{ $problem }）
keys-no-command = 没有叫“{ $name }”的命令；请写英文名称，quotemark commands 会列出它们
keys-none = “{ $keys }”不是按键；请写成“Ctrl+Shift+N”、“F5”或“Page down”这样
keys-given = “{ $keys }”已经给了“{ $name }”
content-settings = 设置
content-recent-articles = 最近文章列表
content-reading-places = 阅读位置
file-afresh = 无法读懂{ $content }，从头开始（{ $name }，{ $problem }）。
file-not-read = 无法读取{ $content }，所以改动不会保存：{ $path }（{ $problem }）。
file-not-kept = 没有保存：{ $path }（{ $problem }）。
file-copied = { $trouble }原来的文件另存为“{ $copy }”。
