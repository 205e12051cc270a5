# The words of the window in English. A test holds the other languages to the same messages.

## Languages

language-system = As the system

## Changes of the notes, as undo names them

edit-tag = tag “{ $name }”
edit-remove-tag = remove tag “{ $name }”
edit-rename-tag = rename tag “{ $name }”
edit-delete-tag = delete tag “{ $name }”
edit-colour-of = colour of “{ $name }”
edit-meaning-of = meaning of “{ $name }”
edit-import-tags = import tags
edit-highlight = highlight
edit-everywhere = mark everywhere
edit-note = note
edit-note-on-paragraph = note on paragraph
edit-note-on-article = note on article
edit-colour = colour
edit-delete = delete note
edit-link = link
edit-unlink = take off link
edit-copy = copy into my notes
edit-move = place note
edit-move-ends = move ends
edit-speaker = correct speaker
edit-not-speech = not speech
edit-speech = mark as speech
edit-same-person = same person
edit-rename-speaker = rename “{ $name }”
edit-apart = apart again

## Commands

group-articles = Articles
group-selecting = Select and undo
group-notes = Notes and tags
group-finding = Find and go
group-speakers = Speakers
group-reading = Reading
group-settings = Settings and help
command-open = Open…
    .help = Choose articles to open, each in a tab
command-open-sample = Read the sample
    .help = Open the article that comes with Quotemark
command-path-field = Open a path
    .help = Type or paste the path of an article
command-new-window = New window
    .help = Open a window of its own, with nothing in it yet
command-open-in-new-window = Open in a new window
    .help = Show this article in a window of its own as well
command-close-tab = Close tab
    .help = Close this article; its notes are kept
command-next-tab = Next tab
    .help = Go to the article in the next tab
command-previous-tab = Previous tab
    .help = Go to the article in the tab before
command-go-to-tab = Go to a tab…
    .help = List the open articles, and go to one by its name
command-export = Export…
    .help = Write the article or its notes to a file for other programs
command-copy = Copy
    .help = Copy the selected words
command-select-all = Select all
    .help = Select the whole article
command-select-sentence = Select sentence
    .help = Select the sentence at the reading place, then the next ones
command-clear-selection = Clear selection
    .help = Let go of what is selected or chosen
command-highlight-yellow = Highlight in yellow
    .help = Mark the selection or the sentence, or make the chosen note yellow
command-highlight-green = Highlight in green
    .help = Mark the selection or the sentence, or make the chosen note green
command-highlight-blue = Highlight in blue
    .help = Mark the selection or the sentence, or make the chosen note blue
command-highlight-pink = Highlight in pink
    .help = Mark the selection or the sentence, or make the chosen note pink
command-highlight-orange = Highlight in orange
    .help = Mark the selection or the sentence, or make the chosen note orange
command-highlight-violet = Highlight in violet
    .help = Mark the selection or the sentence, or make the chosen note violet
command-tag = Tag
    .help = Tag the selected words, the sentence, or the chosen note
command-note = Write a note
    .help = Write about the selected words, the sentence, or the chosen note
command-note-on-paragraph = Note on paragraph
    .help = Write about the paragraph you are at as a whole
command-note-on-article = Note on article
    .help = Write about the article as a whole
command-move-start = Move start
    .help = Move where the chosen passage begins, with the arrow keys
command-move-end = Move end
    .help = Move where the chosen passage ends, with the arrow keys
command-link-to = Link to…
    .help = Link the chosen note with another one
command-mark-everywhere = Mark everywhere
    .help = Mark the words of the chosen note or the selection wherever they stand
command-delete-annotation = Delete note
    .help = Delete the chosen note and its highlight
command-copy-note = Copy into my notes
    .help = Make a note of your own from the chosen note of another layer
command-next-own-layer = Next layer of yours
    .help = Write in the next of the layers that carry your name
command-claim-layer = These notes are mine
    .help = Sign the layer of the chosen note with your name, to change it
command-tags-together = Tags together
    .help = See which tags occur together on the same notes
command-export-tags = Export tags…
    .help = Write the tags with colours and meanings into a file, to share them
command-import-tags = Import tags…
    .help = Take the tags of a shared file into your own
command-correct-speaker = Correct speaker…
    .help = Say who speaks here, or that the selected words are speech
command-same-person = Same person…
    .help = Make this speaker and another one the same person
command-not-speech = Not speech
    .help = Say that nobody speaks here
command-undo = Undo
    .help = Take back the last change of your notes
command-redo = Redo
    .help = Make the change again that was taken back
command-find = Find
    .help = Look for words in the text
command-next-result = Next result
    .help = Go to the next place that was found
command-previous-result = Previous result
    .help = Go to the place found before
command-filter = Filter notes
    .help = List only some notes: by words, tag, speaker, colour or state
command-next-annotation = Next note
    .help = Go to the next note in the text
command-previous-annotation = Previous note
    .help = Go to the note before
command-next-quotation = Next quotation
    .help = Go to the next quotation in the text
command-previous-quotation = Previous quotation
    .help = Go to the quotation before
command-next-of-speaker = Next quotation of this speaker
    .help = Go to where the same person speaks next
command-previous-of-speaker = Previous quotation of this speaker
    .help = Go to where the same person spoke before
command-only-speaker = Only this speaker
    .help = Dim the words of everybody else, or show them again
command-stop-listening = Stop looking for speakers
    .help = End a long search for speakers; the quotations found so far stay
command-listen = Find speakers
    .help = Search an article for speakers after the search was stopped
command-outline = Outline
    .help = Go to one of the headings of the article, with the arrow keys
command-back = Back
    .help = Go back to where you were before the last jump
command-forward = Forward
    .help = Go to where you were before you went back
command-focus-paragraph = Focus on a paragraph
    .help = Dim all but the paragraph being read, or end that
command-focus-line = Focus on a line
    .help = Dim all but the line being read, or end that
command-full-screen = Full screen
    .help = Show nothing but the text, or bring everything back
command-read-aloud = Read aloud
    .help = Have the article read aloud from here, pause it, or go on
command-larger-text = Larger text
    .help = Make the article's text a step larger
command-smaller-text = Smaller text
    .help = Make the article's text a step smaller
command-normal-text = Normal text
    .help = Give the article's text its usual size
command-next-theme = Next theme
    .help = Go round light, sepia, dark and high contrast
command-theme-system = Theme of the system
    .help = Be light or dark as the system is
command-theme-light = Light theme
    .help = Dark letters on light paper
command-theme-sepia = Sepia theme
    .help = Dark letters on warm paper
command-theme-dark = Dark theme
    .help = Light letters on a dark ground
command-theme-contrast = High contrast theme
    .help = White letters on black, everything outlined
command-other-face = Serif or sans
    .help = Set the article in the other type face
command-speakers-panel = Speakers panel
    .help = Show or put away the speakers, tags and outline
command-notes-panel = Notes panel
    .help = Show or put away the notes
command-leftovers = Folded web parts
    .help = Show or fold the menus and related articles of a web page
command-your-name = Your name…
    .help = Set the name that is written into the files of your notes
command-settings = Settings…
    .help = Set your name, the theme, and how the text is set
command-palette = Command palette
    .help = Type a few letters of any command, and run it
command-help = Help
    .help = Show every command with its keys
command-quit = Quit
    .help = Close the window; your notes are saved

## Numbers of things

count-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
count-quotations = { $count ->
    [one] 1 quotation
   *[other] { $count } quotations
}

## Start page and opening

start-back = Back to the article
start-drop = Drop an article here
open = Open…
start-sample = Read the sample
start-kinds-between = ,{" "}
start-paste = Or paste a path
start-path = Path of an article
recent = Recent
recent-read = Read
recent-clear = Clear
recent-cleared = The list was cleared.
recent-bring-back = Bring it back
recent-empty = Articles you open appear here.
open-named = Open { $name }
no-notes = No notes
drop-folder = Open the articles in this folder
drop-one = Open “{ $name }”
drop-this = Open this article
drop-several = Open { $count } articles, each in a tab
no-dialog = No file dialog could be opened here. Drop the file on the window, or paste its path.
no-save-dialog = No file dialog could be opened here. Type the path instead.
dialog-open = Open articles
dialog-export = Export
folder-empty = The folder “{ $folder }” holds no articles that can be opened.
opened-some = Only the first { $most } of { $count } articles were opened.
opened-link = “{ $name }” is a link to “{ $path }”; its notes lie there
opened-for-notes = “{ $notes }” holds notes on “{ $article }”, which was opened
right-to-left = “{ $name }” holds words that run from right to left, which are selected and marked by whole words.
speakers-broke-off = Finding who speaks in “{ $name }” ended early, by a fault of Quotemark. What was found is shown; reading and notes go on as ever. Please report it, with the article.
took-in = Took in notes that another program wrote
took-in-what = Took in notes that another program wrote: { $what }
took-copy = The copy “{ $path }”, which a sync service left, was taken in: { $what }. It can be deleted once the notes are saved.
took-copy-alone = The copy “{ $path }”, which a sync service left, was taken in. It can be deleted once the notes are saved.
took-copy-of-another = {" "}Its notes were made on “{ $article }”, so each asks to be confirmed here or is without a place.
copy-known = The copy “{ $path }”, which a sync service left, holds nothing that your notes lack. It can be deleted.
taken-added = { $count } added
taken-changed = { $count } changed
taken-both = { $count } with both texts kept
taken-deleted = { $count } deleted
taken-and = {", "}
exported = Exported to “{ $path }”
exporting = Exporting…
exporting-speakers = Looking for all speakers, then exporting…

## Top bar

more-commands = More commands
theme = Theme
text-size-and-face = Text size and face
open-button = Open
close-named = Close { $name }
no-window = Another window could not be opened. Start Quotemark again to have one.
aloud-go-on = Go on reading aloud
aloud-pause = Pause reading aloud
no-voice = No voice could be had to read aloud. Install or set up the system’s speech service; on Linux it is Speech Dispatcher (speech-dispatcher).
voice-silent = The system’s voice ended each sentence at once and seems to make no sound, so reading aloud was stopped. Try out or set up the speech service; on Linux, say: spd-say hello
status-marking = Looking for these words everywhere… { $stop } gives it up
status-aloud = Reading aloud · { $keys } pauses, { $stop } ends it
status-paused = Reading is paused · { $keys } goes on, { $stop } ends it
way-back = { $keys } or Esc brings bars and panels back

## Left panel

speakers = Speakers
speakers-looking = Looking for speakers…
speakers-stopped = The speakers are not known: looking for them was stopped.
speakers-near = Those near here; the others are not known yet.
speakers-none = Nobody is quoted in this article. Select words and press S to mark speech.
speakers-unnamed = Nobody is named for the quotations here. Go to one and press S to say who speaks.
speaker-row = { $name }, { $quotations }, { $share } of the words
speaker-also = Also: { $names }
speaker-paragraph = paragraph { $first }
speaker-paragraphs = paragraphs { $first } to { $last }
speaker-how = { $direct } direct, { $reported } reported, { $places }
speaker-hint = Click to step through these words. Drop one name on another to make them one person.
speakers-more = Show { $count } more
speakers-fewer = Show fewer
speakers-everyone = Listen to everyone
rename = Rename
name-empty = The name is empty. Type one, or press Esc.
new-name = New name
speaker-filter = Only notes on these words
apart-again = Show as { $names } again
tags = Tags
tags-none = Tags you give to passages appear here.
tag-row = Tag { $name }, { $notes }
tag-row-of = { $row }, of { $owner }
tag-of = A tag of { $owner }: it can be changed only there.
tag-all = Click to show all notes.
tag-only = Click to show only these notes.
tag-row-above = Tags in { $name }, { $notes }
tag-more = More on tag { $name }
tags-more = More on the tags in { $name }
tags-colour = Colour of the tags in it
tags-delete = Delete the tags in it from { $notes }
tag-merges = There is a tag “{ $to }” already: “{ $name }” becomes one with it and takes its colour. You can undo it.
tag-along = The tags nested in it go along.
merge = Merge
colour = Colour
tag-colour = Colour { $colour }
colour-yellow = yellow
colour-green = green
colour-blue = blue
colour-pink = pink
colour-orange = orange
colour-violet = violet
meaning = Meaning
meaning-field = Meaning of the tag
meaning-hint = What it stands for…
tag-delete = Delete tag from { $notes }
tags-together = Tags together
tags-together-none = No note carries two tags yet.
tag-pair = { $one } and { $other }, { $notes }
outline = Outline
outline-row = Go to { $heading }
layers = Layers
layers-name = Set your name…
layer-own = Your notes
layer-own-named = Your layer { $layer }
layer-begun = Your notes, begun by { $name }
layer-row = { $name }, { $notes }
layer-own-hide = Click to put your notes away.
layer-own-show = Click to show your notes.
layer-damaged = damaged
layer-yours = yours
layer-write = Write in your layer { $layer }
layer-locked = The notes of { $owner } can only be read
layer-own-hint = What you write goes into “{ $file }” once you choose its pencil. { $click }
layer-written = You write in your layer { $layer } now
layer-claimed = The layer { $layer } carries your name now
layer-read-only = read only
layer-other = Layer { $owner }, { $notes }, { $state }
layer-hide = Click to put them away.
layer-show = Click to show them.
layer-hint = The notes in “{ $file }” can be read here, not changed. { $click }

## Notes

notes = Notes
notes-none = Select words and press 1 to highlight, N to write a note.
orphans = Orphans  { $count }
filter = Filter…
notes-beside = Beside the text
notes-list = List all
notes-here = Notes at this place
order-place = By place in the text
order-time = By time, newest first
order-tag = By tag
filter-hint = Words, tag:, by:, speaker:…
filter-field = Filter notes
order = Order of the notes
filter-close = Show all notes
filter-more = Also colour: and state:, several at once.
filter-no-match = No notes match.
filter-no-colour = There is no colour “{ $name }”: { $names }.
filter-no-state = There is no state “{ $name }”: { $names }.
on-article = On the article
front-line = Notes on the article: { $words }
paragraph-bar = Note on the paragraph “{ $words }”
paragraph-bar-of = Note of { $owner } on the paragraph “{ $words }”
margin-note = Note on “{ $quote }”
margin-note-of = Note of { $owner } on “{ $quote }”
passage-changed = The passage changed
card-was = was:
passage-gone = Its passage is gone from the article
somebody-else = somebody else
card-of = A note of { $owner }: it can be read here, not changed.
card-by = Written by { $name }
card-copy = Copy into my notes
card-go-article = Go to the beginning of the article
card-go-paragraph = Go to the paragraph “{ $words }”
marked = Marked “{ $words }”
marked-noted = Marked “{ $words }”: { $note }
card-go = Go to “{ $words }”
note-hint = Write a note…
note = Note
card-edit = Click to edit
card-keep = Keep here
delete = Delete
card-place = Place
card-place-hint = Put it on the selected words
card-place-first = Select the words it belongs to
card-delete = Delete this note
card-edit-note = Edit this note
link-title = Link this note with
link-alone = There is no other note yet. Mark another passage, and it can be linked with this one.
link-all = It is linked with all your other notes.
link-field = Find a note
link-go = Go to the linked note “{ $words }”
link-off = Take off the link to “{ $words }”
chip-off = Click to take this tag off
chip-only = Click to show only notes with this tag
tag-hint = Tag…
tag = Tag
annotate = Annotate

## Who says this

who-says = Who says this?
same-person-as = Same person as…
type-name = Type a name
speaker-name = Name of the speaker
not-speech = Not speech
speech-of-nobody = Speech, of nobody known
speaker-no-number = { $count ->
    [0] Nobody is listed. Type a name.
    [1] There is no { $number }: one is listed. Type 1, or a name.
   *[other] There is no { $number }: { $count } are listed. Type a number up to { $count }, or a name.
}
speaker-new = New name “{ $name }”
speaker-moves = A change here also moves the quotations that follow from it. You can undo it.
spoke-before = Spoke just before
speaks-after = Speaks just after
speaks-most = Speaks most in this article
speaks-once = Speaks once in this article
speaks-times = Speaks { $times } times in this article

## Find

find-first = the first { $count }
find-so-far = { $count }…
find-count = { $current } of { $count }
find-looking = Looking…
find-none = Not in the text
find-no-expression = “{ $words }” is not a regular expression. { $fault }
expression-brackets = Check its brackets.
expression-nothing-to-repeat = Put what is to be repeated before “{ $part }”, or write “\{ $part }” for the sign itself.
expression-counts-reversed = Put the smaller number first in “{ $part }”.
expression-no-count = Write how often between “{ "{" }” and “{ "}" }”, or “\{ "{" }” for the sign itself.
expression-unknown-escape = “{ $part }” means nothing in one; write “\\” for a backslash.
expression-range-reversed = Write “{ $part }” the other way round.
expression-other = Check how it is written.
find-looks-around = “{ $words }” looks ahead, behind or back, which is not supported. Leave “(?=”, “(?<” and “\1” out.
find-too-large = “{ $words }” is too large. Repeat less in it.
find-in-notes = { $count } in notes
find-this = Find this
find-field = Find in the text
find-close = Close find
find-expression = Expression
find-whole-words = Whole words
find-capitals = Capitals, accents

## Command palette and help

palette-hint = Type a command
palette-field = Command
palette-none = No command fits “{ $words }”.
palette-all = All commands
palette-count = { $count } of { $all } commands
palette-count-all = All { $all } commands
help-title = What you can do, and the keys for it
close = Close
help-keys = The arrow keys, Page up, Page down, Space, Shift+Space, Home and End scroll; the wheel with Ctrl, or two fingers, make the text larger or smaller. Left and Right move a caret by a letter, with Ctrl by a word; Up and Down with Alt by a sentence, with Ctrl by a paragraph; with Shift they select. The right mouse button, the menu key or Shift+F10 offers what can be done with the words there. Double-click selects a word, triple-click a sentence.

## Export

export-exists = “{ $name }” is there already. Export again to replace it.
export-as = Export as
export-place = Choose a place…
export = Export
cancel = Cancel
export-file = File to write
export-html = Web page
export-csv = Table
export-markdown-help = the notes, to go on writing in
export-html-help = a page with the article, its speakers and notes, for any browser
export-csv-help = the notes, a row each, for a spreadsheet
export-json-help = the notes for a program
export-tags = Export tags
export-tags-help = Names, colours and meanings, without your notes: a file to share with a class.
import-tags = Import tags
import-tags-help = Tags that you lack are added. Yours keep their colours and meanings.
import-file = Choose a file…
import = Import
tag-file = File of tags

## Settings

settings = Settings
settings-face = Type face
settings-easy-faces = Easy to read
settings-other-face = Another face
settings-other-face-hint = Name of an installed one
settings-no-face = No type face with “{ $family }” in its name is installed.
settings-size = Text size
settings-window-size = Window, in %
settings-line-length = Letters in a line
settings-line-height = Line height
settings-edge = Right edge
settings-motion = Motion
motion-system = As the system
motion-always = Always
motion-never = Never
settings-focus = Focus
settings-ragged = Ragged
settings-justified = Justified
settings-name = Your name
settings-name-why = is written into your notes
settings-file = All of it is kept in “{ $file }”, where keys for commands can be set too: { $example }
settings-no-file = Nothing of it can be kept: this system names no folder for settings.
theme-system = As the system
theme-light = Light
theme-sepia = Sepia
theme-dark = Dark
theme-contrast = High contrast
settings-language = Language
focus-off = Off
focus-paragraph = Paragraph
focus-line = Line
face-serif = Serif
face-own = Own
no-face = The type face “{ $family }”, which your settings name, is not installed; the serif is shown instead. Install it, or choose another in the settings.
face-sans = Sans

## Status bar

status-nothing = No article open
status-opening = Opening “{ $name }”…
status-place = Paragraph { $here } of { $all }
status-others = { $count } of others
status-changed = { $count } to confirm
status-orphans = { $count ->
    [one] 1 orphan
   *[other] { $count } orphans
}
status-selected-paragraphs = { $count ->
    [one] Part of one paragraph selected
   *[other] { $count } paragraphs selected
}
status-selected = { $words ->
    [0] A sign selected
    [one] 1 word selected
   *[other] { $words } words selected
}
status-selected-characters = { $count ->
    [one] 1 character selected
   *[other] { $count } characters selected
}
status-listening = Looking for speakers: { $share } %
status-stopped = Stopped looking for speakers at { $share } %
status-not-yet = Who says this is not known yet
status-sure = { $name } – { $why }
status-perhaps = Perhaps { $name } – { $why }
status-unclear = Unclear who says this – { $why }
status-unclear-whom = Unclear who is meant by { $words }
saving = Saving…
saved = Saved { $time }
saved-apart = Saved { $time } in your data folder
not-saved = Not saved
tab-not-saved = Not saved: { $name }
tabs-field = Find a tab
tabs-hint = Words of its name
tabs-none = No open article is called “{ $words }”.

## What became of a command

not-written = This note is of your layer “{ $layer }”: choose “Write in your layer { $layer }” first
not-own = This note is of the layer “{ $owner }” and cannot be changed here. Copy it into your notes first
why-undo = There is nothing to undo
why-redo = There is nothing to redo
why-move-ends = Choose a note on words first: click it, or go to it with “Next note”
why-link = Choose one of your notes first: click it, or go to it with “Next note”
why-mark-everywhere = Select words first, or choose a note on words
why-delete = Choose a note first: click it, or go to it with “Next note”
why-tags = There are no tags yet
why-tags-own = You have no tags of your own yet: those in the list are of other layers
why-listened = All of the article has been read for speakers
why-stopped = Nobody is being looked for
stopped-listening = Stopped looking for speakers; what was found stays
why-own-layer = No other layer of this article carries your name
why-claim-name = Set your name first
why-copy-note = Choose a note of another layer first
why-speaker = Select words first, or go to a quotation with “Next quotation”
why-same-person = Go to a quotation whose speaker is known first
why-not-speech = Go to a quotation first
why-result = Look for something first with “Find”
why-new-window = This article has no file that another window could open.
why-copy = Select words first, or choose a note
why-outline = This article has no headings
why-back = There was no jump to go back from
why-forward = You have not gone back
undo-named = { $command } { $edit }
undid = Undid ‘{ $edit }’
redid = Redid ‘{ $edit }’
undid-partly = Undid ‘{ $edit }’; what another program has changed since stays
redid-partly = Redid ‘{ $edit }’; what another program has changed since stays
not-undone-changed = ‘{ $edit }’ cannot be undone: another program has changed the same since
not-undone-deleted = ‘{ $edit }’ cannot be undone: another program has deleted the note since
not-redone-changed = ‘{ $edit }’ cannot be redone: another program has changed the same since
not-redone-deleted = ‘{ $edit }’ cannot be redone: another program has deleted the note since
copy-gone = Its passage is gone from the article, so it cannot be copied
copy-there = It is among your notes already
copied = Copied into your notes
tag-renamed = Renamed “{ $name }” to “{ $to }”: { $notes }
tag-merged = Merged “{ $name }” into “{ $to }”: { $notes }
tag-recoloured = “{ $name }” is { $colour } now
tag-defined = Meaning of “{ $name }” kept
tag-deleted = Deleted tag “{ $name }”: { $notes }
tags-imported = Took in “{ $path }”: { $count ->
    [0] no new tags, but meanings
    [one] 1 new tag
   *[other] { $count } new tags
}
tags-all-there = All tags of “{ $path }” are among yours already
tags-too-many = The tags of “{ $path }” were not taken in: with yours they would be more than { $most }. Delete some first, then try again.
speaker-renamed = Renamed “{ $name }” to “{ $to }”: { $count ->
    [one] 1 quotation
   *[other] { $count } quotations
}
said-now = { $count ->
    [one] 1 quotation is { $name }’s now
   *[other] { $count } quotations are { $name }’s now
}
said-already = This is { $name }’s, as you say
not-speech-now = Marked as not speech
speech-now = Marked as speech, of nobody known
speech-now-of = Marked as speech of { $name }
same-person-now = { $count ->
    [0] { $name } and { $to } are one person now
    [one] 1 quotation of { $name } is { $to }’s now
   *[other] { $count } quotations of { $name } are { $to }’s now
}
apart-now = Shown as { $names } again
names-comma = {", "}
names-and = {" and "}
done-tag = Tagged “{ $name }”
done-remove-tag = Took off the tag “{ $name }”
done-colour = The colour is { $colour } now
done-delete = Deleted the note on “{ $words }”
done-delete-on-article = Deleted the note on the article
done-link = Linked the two notes
done-unlink = Took off the link
done-move = The note is on “{ $words }” now
marked-everywhere = { $count ->
    [one] Marked 1 more place
   *[other] Marked { $count } more places
}
marked-here-too = { $count ->
    [one] Marked these words and 1 other place
   *[other] Marked these words and { $count } other places
}
marked-once = Marked these words; they stand nowhere else
stands-once = These words stand nowhere else
marked-first = Marked { $count } more places; “Mark everywhere” again marks the next ones
marked-nowhere = These words are marked wherever they stand
notes-wait = Notes are shown when all of the article has been read
full-stop = .
notes-read-only-newer = These notes can be read but not changed: a newer Quotemark wrote their file
notes-read-only-large = Notes cannot be changed: their file is larger than 64 MiB, too large to be read, and is left as it is
notes-read-only-unread = Notes cannot be changed: their file cannot be read and is left as it is
notes-read-only-damaged = Notes cannot be changed: their file cannot be understood and is left as it is

## What happened to files

files-notes-in = {" "}Its notes are in “{ $path }”.
moved-away = “{ $name }” is no longer in “{ $folder }”: it was moved or deleted. You can go on reading.{ $notes }
files-notes-kept = {" "}Its notes are kept in “{ $path }”.
folder-gone = The folder “{ $folder }” is gone, or its drive was taken away. You can go on reading “{ $name }”.{ $notes }
renamed = “{ $old }” is called “{ $name }” now.
renamed-with-notes = “{ $old }” is called “{ $name }” now; its notes go along with it.
notes-restored = “{ $path }” was emptied or taken away by another program. Its notes are kept: Quotemark has written them again.
mended = The notes on “{ $name }” can be read and changed again.
all-found = {" "}All its notes were found again.
some-changed = {" "}{ $changed ->
    [one] 1 note needs confirming.
   *[other] { $changed } notes need confirming.
}
some-gone = {" "}{ $gone ->
    [one] 1 note lost its passage.
   *[other] { $gone } notes lost their passages.
}
some-found = {" "}{ $changed ->
    [one] 1 note needs confirming
   *[other] { $changed } notes need confirming
}, { $gone ->
    [one] 1 lost its passage.
   *[other] { $gone } lost their passages.
}
changed-outside = “{ $name }” was changed by another program and is shown as it reads now.{ $notes }
notes-handed-out = The notes on “{ $name }” are those of { $owner } and stay as they are; yours go into “{ $file }”. If they are yours, click the lock beside their layer.
notes-begun = The notes on “{ $name }” were begun by { $owner }: what you add goes into the same file. Set your name to keep yours in a file of your own.
notes-elsewhere = The notes on “{ $name }” are in “{ $path }”, because nothing could be written beside it. With your next change that is tried again.
notes-renamed = The notes on “{ $name }” were found in “{ $path }”, where it had another name. With the next change they go along with it.
kept-apart = Nothing can be written beside “{ $name }” ({ $why }), so its notes are kept in “{ $path }”. With each change it is tried again.
not-saved-because = Not saved: { $problem }
not-saved-apart = { $problem } Until then the notes are kept in “{ $path }”.

## Reading pane

handle-start = Start of the passage
handle-end = End of the passage
scroll = Scroll
who-speaks-where = Who speaks where
unknown-speaker = Unknown speaker
quotation-of = { $name }: { $words }
folded-menu = Menu
folded-related = Related articles
folded = { $what }, { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}
hide = Hide
show = Show
notice-close = Put this message away
notice-fewer = show fewer
notice-more = and { $count } more
date-day = %-d %b
date-year = %-d %b %Y

## Why somebody is the speaker

why-nobody = Nobody is named near by.
why-unknown-language = Nobody is named: Quotemark does not know the words of this language.
why-no-new-speaker = No new speaker is named.
why-goes-on = No new speaker is named: { $name } goes on.
why-in-turn = No speaker is named: two speak in turn.
why-answers = No speaker is named: two speak in turn, and { $name } answers.
why-said-named = { $words } stands beside this quotation.
why-said = { $words } – { $who }.
why-likeliest-named = No word of saying is near; { $name } is the likeliest speaker.
why-likeliest = No word of saying is near; { $words } is the likeliest speaker – { $who }.
why-cue-named = “{ $cue }” stands with “{ $words }”.
why-cue = “{ $cue }” stands with “{ $words }” – { $who }.
why-near-unclear = “{ $words }” stands beside it – but it is not clear who that is.
why-near-named = No word of saying is near; “{ $words }” stands beside it.
why-near = No word of saying is near; “{ $words }” stands beside it – { $who }.
why-label-named = The name “{ $words }” stands beside these words.
why-label = “{ $words }” stands beside these words: { $who }.
why-repeats = { $name } says the same words elsewhere in the article.
why-question = “{ $words }” stands before what the interviewer says.
why-marked = You marked this as speech.
why-corrected = You said who says this.
why-follows = This follows from your correction.
who-unclear = but it is not clear who that is
who-is = that is { $name }
who-called = so the article calls { $name }
who-back = { $paragraphs ->
    [0] this paragraph names { $name }
    [1] the paragraph before names { $name }
   *[other] { $paragraphs } paragraphs before, the article names { $name }
}

## What went wrong with a file: the same words as the errors themselves

open-web-address = “{ $address }” is a web page. Save its text to a file, then open that.
open-missing = There is no file “{ $path }”. Check the path and try again.
open-folder = “{ $name }” is a folder. Open an article inside it.
open-no-ordinary-file = “{ $name }” is a pipe or a device, not a file. Save its text to a file, then open that.
open-no-permission = You have no permission to read “{ $name }”. Change its permissions, or copy it where you may read it.
open-failed = “{ $name }” could not be read: { $reason }. Try again, or open another file.
open-too-large = “{ $name }” is larger than { $limit }, the most that can be opened. Split it into parts, then open those.
open-empty = “{ $name }” is empty. Check that it was saved, or open another file.
open-binary = “{ $name }” holds no text. Open it in the program it was made with and save it as plain text.
open-not-yet = “{ $name }” is { $kind }, which cannot be opened yet. Save it as plain text, then open that.
open-picture = “{ $name }” is a picture and holds no text. Run it through text recognition, then open what that writes.
open-packed = “{ $name }” is { $kind }. Unpack it, then open the articles in it.
open-no-article = “{ $name }” is { $kind }, not an article. Open another file.
open-nothing-inside = The folder “{ $name }” holds no articles that can be opened. Put text files in it, or open another.
open-unreadable = { $count ->
    [one] One character could not be read as { $charset } and is shown as “�”.
   *[other] { $count } characters could not be read as { $charset } and are shown as “�”.
}
of-file = “{ $name }”: { $said }
open-web-page = This is a web page; it is shown as plain text, with its tags.
export-not-written = “{ $path }” could not be written: { $problem }. Choose another place.
export-article = “{ $path }” is the article itself. Choose another name for the export.
export-over-notes = “{ $path }” holds notes on the article. Choose another name for the export.
export-folder = “{ $path }” is a folder. Choose a file name in it.
export-no-json = The notes could not be written as JSON: { $problem }. Try another format.
write-no-folder = there is no such folder
write-no-permission = you have no permission for that
write-not-a-folder = a part of the path is a file
write-disk-full = the disk is full
kind-plain-text = Text
kind-pdf = a PDF document
kind-rtf = an RTF document
kind-old-office = an old Word or Office document
kind-dj-vu = a DjVu document
kind-post-script = a PostScript document
kind-chm = a CHM help file
kind-kindle = a Kindle book
kind-epub = an EPUB book
kind-open-document = an OpenDocument file
kind-word = a Word document
kind-office = an Office document
kind-compressed = a compressed file
kind-seven-zip = a 7z archive
kind-rar = a RAR archive
kind-zip = a zip archive
kind-program = a program
kind-database = a database

notes-unreadable = The notes in “{ $path }” cannot be read: { $problem }. The file is left as it is; mend that place or move the file away, then try again.
notes-not-read = The notes in “{ $path }” cannot be read: { $problem }. Check that the file can be opened, then try again.
notes-missing = There is no file of notes “{ $path }”. Check the path and try again.
notes-folder = “{ $path }” is a folder, not a file of notes. Give a file in it whose name ends in “.ron”.
notes-no-notes = “{ $path }” is not a file of notes, as line { $line }, column { $column } shows. It is left as it is; give one that Quotemark wrote, or move this one away.
notes-no-code-book = “{ $path }” is not a file of tags. Choose one that Quotemark exported, or a file of notes.
notes-no-tags = The tags in “{ $path }” cannot be read: { $problem }. Choose another file or mend this one, then try again.
notes-leads-nowhere = “{ $path }” is a link to “{ $to }”, which is not there. Bring that back, or delete the link, then try again.
notes-too-much = “{ $path }” would hold more than { $most } entries or 64 MiB, more than is read. It is left as it is; keep some of the notes in a file of their own.
notes-too-large = “{ $path }” is larger than 64 MiB, too large for notes. Move it away, then try again.
notes-newer = “{ $path }” was written by a newer Quotemark (format { $format }; this one knows { $known }). Its notes are shown but not changed; update Quotemark to change them.
notes-too-new = “{ $path }” was written by a newer Quotemark (format { $format }; this one knows { $known }) and is not taken in. Update Quotemark, then try again.
notes-held = “{ $path }” is being written by { $holder }. Close that program or wait, then try again.
notes-not-written = The notes could not be kept in “{ $path }”: { $problem }. Make room or allow writing there, then try again.
notes-no-place = There is no place to keep the notes on “{ $name }”. Save the article in a folder of yours, then open it from there.
notes-empty = “{ $path }” is empty and counts as no file. If there were notes in it, look for a copy or a backup.
notes-damaged = “{ $path }”, line { $line }, column { $column }: { $problem }. It is kept as it is written.
notes-damaged-more = { $first } { $more ->
    [one] Another place of it is damaged too.
   *[other] { $more } more places of it are damaged too.
}
layers-too-many = Only the first { $most } of { $count } layers beside “{ $name }” are shown. Merge some of them, or move them away.

## What is wrong in the program's own files

mistake = { $file }, line { $line }, column { $column }: { $problem }.
mistake-no-setting = there is no setting “{ $name }”
mistake-value = “{ $name }” cannot be “{ $value }”; the usual value is used
mistake-number = “{ $name }” cannot be “{ $value }”, only a number; the usual value is used
mistake-switch = “{ $name }” cannot be “{ $value }”, only true or false; the usual value is used
mistake-words = “{ $name }” cannot be “{ $value }”, only text in quotation marks; the usual value is used
mistake-choice = “{ $name }” cannot be “{ $value }”, only one of: { $choices }; the usual value is used
mistake-shortcuts = what “shortcuts” holds cannot be read here; check its commas, colons and quotation marks. The usual shortcuts are used
mistake-twice = “{ $name }” has shortcuts twice; the last one counts
mistake-broken = a comma, a bracket or a quotation mark is missing; the other settings count
keys-no-command = no command is called “{ $name }”; F1 shows their names
keys-none = “{ $keys }” names no keys; write them like “Ctrl+Shift+N”, “F5” or “Page down”
keys-given = “{ $keys }” was given to “{ $name }” already
content-settings = settings
content-recent-articles = list of recent articles
content-reading-places = reading places
file-afresh = Line { $line } of { $name } cannot be read, so Quotemark begins without the { $content }.
settings-afresh = Line { $line } of { $name } cannot be read, so the usual settings are used.
file-not-read = The { $content } could not be read, so changes are not kept: { $path } ({ $problem }).
file-not-kept = Changes to the { $content } are not kept: “{ $path }” cannot be written ({ $problem }). Make its folder writable, or name another with QUOTEMARK_HOME.
file-copied = { $trouble } The file is kept as “{ $copy }”.

## What the system and the readers of files say is wrong: the same words as there

refusal-missing = there is no such file or folder
problem-no-file = there is no such file
refusal-no-permission = permission is denied
refusal-disk-full = the disk is full
refusal-quota-reached = the room that you may use on the disk is full
refusal-read-only = the disk can only be read
refusal-too-large = the file is too large for the disk
refusal-bad-name = the name cannot be that of a file there
refusal-folder-in-the-way = a folder has the name of the file
refusal-not-a-folder = a part of the path is a file
refusal-busy = another program is using it
refusal-timed-out = it took too long
refusal-no-network = the network drive cannot be reached
refusal-link-loop = its link leads back to itself
refusal-input-output = Input/output error
problem-no-ordinary-file = it is not a file
problem-large-code-book = it is larger than 1 MiB, too large for a code book
problem-another-program = another program
problem-at = line { $line }, column { $column }: { $problem }
problem-unreadable = “{ $field }” cannot be read ({ $why })
problem-missing-here = “{ $sign }” is missing here
problem-missing-before = “{ $words }” is missing before this
problem-missing = “{ $field }” is missing
problem-closes = “{ $sign }” closes a “{ $bracket }” here
problem-never-closed = this “{ $bracket }” is never closed
problem-never-opened = this closes a bracket that is not open
problem-comma-before = a comma is missing before this
problem-no-quotation-mark = this text has no closing quotation mark
problem-attribute-without-end = this attribute has no end
problem-comment-without-end = this comment has no end
problem-raw-without-end = this raw text has no end
problem-nested = brackets are nested too deeply here
problem-no-name = a field's name is missing here
problem-twice = “{ $field }” stands here twice
problem-many-fields = there are more fields here than are read
problem-no-value = a value is missing here
problem-behind-bracket = there is something behind the last bracket
problem-behind-list = there is something behind the list
problem-behind-map = there is something behind the map
problem-no-entry = an entry is missing before this comma
problem-no-key = a key in quotation marks is missing here
problem-not-understood = this cannot be understood
problem-of-no-list = this belongs to no list
problem-no-such = this is no { $entry }
problem-tag-twice = the tag “{ $name }” is here twice
problem-id-twice = the id “{ $id }” is here twice
problem-many-tags = there are more than { $most } tags, more than are read
problem-many-entries = there are more than { $most } entries in it, more than are read
problem-tags-of-note = a note has { $most } tags at the most
problem-links-of-note = a note has { $most } links at the most
problem-range = the range of “{ $id }” ends before it begins
problem-unknown = “{ $field }” is not known here
problem-without = this { $entry } has no “{ $field }”
problem-colour = the colour “{ $name }” is not known
problem-no-id = “{ $text }” is not an id
problem-no-time = “{ $text }” is not a time
problem-no-text = this is not UTF-8 text
problem-no-sidecar = this is not a sidecar: it has no “{ $field }”
problem-no-code-book = this is no code book: it has no “{ $field }”
problem-may-stand = “{ $field }” may stand for “{ $list }”
problem-outside = “{ $field }” stands outside of an entry
problem-newer = it was written by a newer Quotemark
entry-tag = tag
entry-note = note
entry-correction = correction of a speaker
entry-removed-note = removed note
problem-unfinished-merge = a merge was left unfinished here
problem-torn = this is UTF-16 with places that cannot be read; save it as UTF-8
ron-end = Unexpected end of RON
ron-boolean = Expected boolean
ron-comma = Expected comma
ron-char = Expected char
ron-float = Expected float
ron-integer = Expected integer
ron-opening = Expected opening `{ $sign }`
ron-opening-of = Expected opening `(` for struct { $name }
ron-opening-alone = Expected only opening `(`, no name, for un-nameable struct
ron-closing = Expected closing `{ $sign }`
ron-colon = Expected colon
ron-string = Expected string
ron-string-end = Expected end of string
ron-identifier = Expected identifier
ron-option = Expected option
ron-unit = Expected unit
ron-bounds = Integer is out of bounds
ron-digit = Invalid digit '{ $digit }' for base { $base } integers
ron-comment = Unclosed block comment
ron-unexpected = Unexpected char '{ $letter }'
ron-trailing = Non-whitespace trailing characters
ron-variant = Unexpected variant named `{ $found }` in enum `{ $of }`, expected { $names } instead
ron-names-two = either { $first } or { $last }
ron-names = one of { $names }, or { $last }
ron-names-comma = {", "}
ron-instead = Expected { $expected } but found { $found } instead
ron-length = Expected { $expected } but found { $found ->
    [0] zero elements
    [1] one element
   *[other] { $found } elements
} instead
ron-field = Unexpected missing field named `{ $field }`
ron-field-of = Unexpected missing field named `{ $field }` in `{ $of }`
ron-depth = Exceeded recursion limit, try increasing `ron::Options::recursion_limit` and using `serde_stacker` to protect against a stack overflow
ron-attribute = Expected an `#![enable(...)]` attribute
ron-attribute-end = Expected closing `)]` after the enable attribute
ron-underscore-in = Unexpected underscore in float
ron-underscore-before = Unexpected leading underscore in a number
ron-line-comment = `ron::value::RawValue` cannot end in unclosed line comment, try using a block comment or adding a newline
ron-escape = Unknown escape character
ron-escape-digit = Non-hex digit found
ron-escape-opening = Missing {"{"} in Unicode escape
ron-escape-closing = No {"}"} at the end of Unicode escape
ron-escape-empty = Expected 1-6 digits, got 0 digits in Unicode escape
ron-escape-character = Not a valid Unicode-escaped character
ron-escape-byte = Not a valid byte-escaped Unicode character
ron-name = Invalid identifier "{ $name }"
ron-raw-name = Found invalid std identifier "{ $name }", try the raw identifier `r#{ $name }` instead
ron-extension = No RON extension named `{ $name }`
ron-field-twice = Unexpected duplicate field named `{ $field }` in `{ $of }`
ron-tuple = Expected a tuple of size { $size } but found { $found ->
    [0] zero elements
    [one] one element
   *[other] { $found } elements
} instead
panel-left = Panel of speakers and tags
panel-right = Panel of notes
edge-left = Edge of the speakers panel
edge-right = Edge of the notes panel
