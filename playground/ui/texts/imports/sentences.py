"""Why a stranger's file is refused, and what of it is another here."""

from __future__ import annotations

from playground.document.words import Words
from playground.imports.refused import Refused
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

# Each stands in imports/ as it is here.
_SENTENCES = (
    QT_TRANSLATE_NOOP("Text", "The zip file is damaged."),
    QT_TRANSLATE_NOOP("Text", "It has more than {most} entries."),
    QT_TRANSLATE_NOOP("Text", "It is encrypted."),
    QT_TRANSLATE_NOOP("Text", "It is compressed in a way that Keras does not use."),
    QT_TRANSLATE_NOOP("Text", "It is a link or a device, not a file."),
    QT_TRANSLATE_NOOP("Text", "It is larger than {most} MiB."),
    QT_TRANSLATE_NOOP("Text", "It unpacks to more than {ratio} times its size."),
    QT_TRANSLATE_NOOP("Text", "It is not of the size that it tells."),
    QT_TRANSLATE_NOOP("Text", "It is there twice."),
    QT_TRANSLATE_NOOP("Text", "This belongs to no network of known layers."),
    QT_TRANSLATE_NOOP("Text", "It holds no {entry}: this is no .keras file."),
    QT_TRANSLATE_NOOP("Text", "It takes longer than {seconds} seconds to read."),
    QT_TRANSLATE_NOOP("Text", "It cannot be read within the bounds of time and memory, or it is damaged."),
    QT_TRANSLATE_NOOP("Text", "No data set here has {count} inputs and answers for these outputs."),
    QT_TRANSLATE_NOOP("Text", "What the file says of its layers is not what it computes, and was not used."),
    QT_TRANSLATE_NOOP("Text", "The file prepares columns of a table: {names}. Here the table does that itself."),
    QT_TRANSLATE_NOOP(
        "Text",
        "The layers up to {layer} prepare the columns of a table and were left out: here the table does that itself.",
    ),
    QT_TRANSLATE_NOOP("Text", "It needs more memory than an import may take."),
    QT_TRANSLATE_NOOP("Text", "It is nested deeper than {most} levels."),
    QT_TRANSLATE_NOOP("Text", "It cannot be read: {error}."),
    QT_TRANSLATE_NOOP("Text", "Its numbers lie in another file."),
    QT_TRANSLATE_NOOP("Text", "It is no array of numbers."),
    QT_TRANSLATE_NOOP("Text", "Its numbers are of the type {type}."),
    QT_TRANSLATE_NOOP("Text", "A group stands where an array belongs."),
    QT_TRANSLATE_NOOP("Text", "It holds more than {most} numbers."),
    QT_TRANSLATE_NOOP("Text", "{name} is no text."),
    QT_TRANSLATE_NOOP("Text", "The HDF5 file is damaged."),
    QT_TRANSLATE_NOOP("Text", "{place} holds numbers that are none, or too large."),
    QT_TRANSLATE_NOOP("Text", "It is a link to somewhere else."),
    QT_TRANSLATE_NOOP("Text", "There is an array more than belongs there."),
    QT_TRANSLATE_NOOP("Text", "The array of shape {shape} is not there."),
    QT_TRANSLATE_NOOP("Text", "The array is of shape {got} where {shape} belongs."),
    QT_TRANSLATE_NOOP("Text", "It holds no group of layers."),
    QT_TRANSLATE_NOOP("Text", "A path leads out of its group."),
    QT_TRANSLATE_NOOP("Text", "A layer is no record with settings."),
    QT_TRANSLATE_NOOP("Text", "A layer has no name, or one of more than {most} letters."),
    QT_TRANSLATE_NOOP("Text", "It is registered as {got}, which is not known."),
    QT_TRANSLATE_NOOP("Text", "The layer {got} is not one that is known here."),
    QT_TRANSLATE_NOOP("Text", "It is used more than once; shared layers are not known here."),
    QT_TRANSLATE_NOOP("Text", "Its inputs are nested too deep."),
    QT_TRANSLATE_NOOP("Text", "It takes a second output or use of a layer; shared layers are not known here."),
    QT_TRANSLATE_NOOP("Text", "It takes values from itself."),
    QT_TRANSLATE_NOOP("Text", "It is called with this: {got}."),
    QT_TRANSLATE_NOOP("Text", "It takes values from {got}, which is not there."),
    QT_TRANSLATE_NOOP("Text", "Its input {got} is no layer's output."),
    QT_TRANSLATE_NOOP("Text", "expected {expected}, got {got}"),
    QT_TRANSLATE_NOOP("Text", "A list of scales must be of numbers above 0."),
    QT_TRANSLATE_NOOP("Text", "{layer}: gamma and beta are both there, and train."),
    QT_TRANSLATE_NOOP("Text", "a list [...]"),
    QT_TRANSLATE_NOOP("Text", "The activation {got} is not one that is known here."),
    QT_TRANSLATE_NOOP("Text", "These weights fit no layer of the network that is open."),
    QT_TRANSLATE_NOOP("Text", "{layer} gets no weights from the file."),
    QT_TRANSLATE_NOOP("Text", "It holds neither a network nor weights of one."),
    QT_TRANSLATE_NOOP("Text", "{layer} of the file fits no layer here: {got}."),
    QT_TRANSLATE_NOOP("Text", "It holds no list of layers."),
    QT_TRANSLATE_NOOP("Text", "It has more than {most} layers."),
    QT_TRANSLATE_NOOP("Text", "Two layers have this name."),
    QT_TRANSLATE_NOOP("Text", "It describes no network."),
    QT_TRANSLATE_NOOP("Text", "{got} is neither Sequential nor Functional, and its code is not run."),
    QT_TRANSLATE_NOOP("Text", "The shape of its input is not known: {got}."),
    QT_TRANSLATE_NOOP("Text", "A network within a network is not known here."),
    QT_TRANSLATE_NOOP("Text", "A layer leads nowhere; several outputs are not known here."),
    QT_TRANSLATE_NOOP("Text", "It has no layers."),
    QT_TRANSLATE_NOOP("Text", "It has {count} inputs; here a network has one."),
    QT_TRANSLATE_NOOP("Text", "It has {count} outputs; here a network has one."),
    QT_TRANSLATE_NOOP("Text", "Nothing comes into it."),
    QT_TRANSLATE_NOOP("Text", "It takes the same values twice."),
    QT_TRANSLATE_NOOP("Text", "The operation {got} is not one that is known here."),
    QT_TRANSLATE_NOOP("Text", "An operation on {count} tensors is not one that is known here."),
    QT_TRANSLATE_NOOP("Text", "It is made of too many operations for a formula."),
    QT_TRANSLATE_NOOP("Text", "This operation has settings that are not known here."),
    QT_TRANSLATE_NOOP("Text", "All of these must be the same here: {got}."),
    QT_TRANSLATE_NOOP("Text", "The initializer {got} is not known."),
    QT_TRANSLATE_NOOP("Text", "The regularizer {got} is not known."),
    QT_TRANSLATE_NOOP("Text", "{got} is not known."),
    QT_TRANSLATE_NOOP("Text", "{layer}: {setting} is left out, which changes training alone."),
    QT_TRANSLATE_NOOP("Text", "This setting is not known; it is {got}."),
    QT_TRANSLATE_NOOP("Text", "true or false"),
    QT_TRANSLATE_NOOP("Text", "{low} to {high}"),
    QT_TRANSLATE_NOOP("Text", "Only pictures of two directions are known here."),
    QT_TRANSLATE_NOOP("Text", "Its inputs have their axes in different orders."),
    QT_TRANSLATE_NOOP("Text", "It leaves the rows of a batch not as they are: {got}."),
    QT_TRANSLATE_NOOP("Text", "Its values are taken apart, which is not known here."),
    QT_TRANSLATE_NOOP("Text", "It makes a picture of {count} channels of a row of values."),
    QT_TRANSLATE_NOOP("Text", "It is neither a Keras nor an ONNX file, or it is damaged."),
    QT_TRANSLATE_NOOP("Text", "Its opset is {got}; {low} to {high} are known."),
    QT_TRANSLATE_NOOP("Text", "It is of the domain {got}, which is not known here."),
    QT_TRANSLATE_NOOP("Text", "It holds a network within a network."),
    QT_TRANSLATE_NOOP("Text", "It holds functions of its own, which are not known here."),
    QT_TRANSLATE_NOOP("Text", "It holds training operations, which are not known here."),
    QT_TRANSLATE_NOOP("Text", "Two constants have this name."),
    QT_TRANSLATE_NOOP("Text", "It holds sparse constants, which are not known here."),
    QT_TRANSLATE_NOOP("Text", "Its constant is of a kind that is not known here."),
    QT_TRANSLATE_NOOP("Text", "Two values have this name."),
    QT_TRANSLATE_NOOP("Text", "Its output is not known, or has its axes in another order."),
    QT_TRANSLATE_NOOP("Text", "Its inputs or attributes do not go together."),
    QT_TRANSLATE_NOOP("Text", "In the file its pictures have their channels first; here they come last."),
    QT_TRANSLATE_NOOP("Text", "Its outputs {got} are used; here it gives all steps or the last one."),
    QT_TRANSLATE_NOOP("Text", "It has sequences of several lengths."),
    QT_TRANSLATE_NOOP("Text", "It has peepholes, which are not known here."),
    QT_TRANSLATE_NOOP("Text", "Its first state is not 0."),
    QT_TRANSLATE_NOOP("Text", "Its input {at} must be values of the network."),
    QT_TRANSLATE_NOOP("Text", "Its input {at} must be a constant."),
    QT_TRANSLATE_NOOP("Text", "Its inputs are of shapes that it does not take: {got}."),
    QT_TRANSLATE_NOOP("Text", "{word} is no number."),
    QT_TRANSLATE_NOOP("Text", "The key {key} is there twice."),
    QT_TRANSLATE_NOOP("Text", "A number has more than {most} digits."),
    QT_TRANSLATE_NOOP("Text", "This is no text in UTF-8."),
    QT_TRANSLATE_NOOP("Text", "This is no valid JSON, from line {line} on."),
    QT_TRANSLATE_NOOP("Text", "This is a folder, not a file that can be read."),
    QT_TRANSLATE_NOOP("Text", "This is a pipe, a socket or a device, not a file that can be read."),
    QT_TRANSLATE_NOOP("Text", "It holds weights without a network: open the network first, then this file."),
    QT_TRANSLATE_NOOP("Text", "The file holds no weights: they are drawn anew."),
    QT_TRANSLATE_NOOP("Text", "It makes more than {most} values of one example."),
    QT_TRANSLATE_NOOP("Text", "{count} layers lead into it, which it does not take."),
    QT_TRANSLATE_NOOP("Text", "It has more than {most} weights."),
)
PLACED = QT_TRANSLATE_NOOP("Text", "{place}: {wrong}")


def refusal_text(refused: Refused) -> str:
    """What is wrong with a file and where in it, in one line."""
    wrong = _said(refused.words)
    return say(PLACED, place=refused.place, wrong=wrong) if refused.place else wrong


def import_remark_text(remark: Words) -> str:
    """What of a file is another here, in one line."""
    return _said(remark)


def _said(words: Words) -> str:
    """Translated, and with it what fills it where that is a sentence too."""
    values = {name: _said(value) if isinstance(value, Words) else value for name, value in words.values}
    return say(words.sentence, **values)
