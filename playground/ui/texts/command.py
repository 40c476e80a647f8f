"""What the command line says, argparse's own words among it."""

from __future__ import annotations

from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

WORDS = {
    "about": QT_TRANSLATE_NOOP("Text", "Build a neural network by hand, watch it learn, take it away."),
    "open": QT_TRANSLATE_NOOP("Text", "open the window (what `playground [FILE]` does)"),
    "demo": QT_TRANSLATE_NOOP("Text", "train the spiral and write playground-demo/"),
    "train": QT_TRANSLATE_NOOP("Text", "train without a window"),
    "sweep": QT_TRANSLATE_NOOP("Text", "train many runs of one project, on several processes, into a table"),
    "set": QT_TRANSLATE_NOOP(
        "Text",
        "what varies and its values: learning_rate=0.003,0.01, dense_1.units=4,8, optimizer=SGD,Adam; may be repeated; "
        "learning_rate=found lets each run find its own",
    ),
    "rates": QT_TRANSLATE_NOOP("Text", "find a learning rate: the loss over rates from 1e-6 to 10"),
    "rates_resume": QT_TRANSLATE_NOOP("Text", "begin with what the project has learned, not with its first weights"),
    "rates_out": QT_TRANSLATE_NOOP("Text", "write the curve: rate, loss and smoothed loss"),
    "seeds": QT_TRANSLATE_NOOP("Text", "each with the seeds 1 to N"),
    "random": QT_TRANSLATE_NOOP("Text", "N of the combinations, by chance; without it all of them"),
    "random_seed": QT_TRANSLATE_NOOP("Text", "the seed of that choice, 1 unless told"),
    "halving": QT_TRANSLATE_NOOP(
        "Text", "train all a little, then the best third for three times as long, and only the best to the end"
    ),
    "workers": QT_TRANSLATE_NOOP("Text", "processes that train; as many as cores and memory allow unless told"),
    "cluster": QT_TRANSLATE_NOOP(
        "Text", "train on the workers of this scheduler of Dask, tcp:// or tls://; see docs/CLUSTER.md"
    ),
    "device": QT_TRANSLATE_NOOP(
        "Text", "what each run is trained on: cpu, gpu:0, or gpu, where each process takes the next GPU"
    ),
    "no_device": QT_TRANSLATE_NOOP("Text", "{told} is no device: cpu, gpu:0, gpu:1 ..., or gpu"),
    "insecure": QT_TRANSLATE_NOOP(
        "Text", "allow tcp:// beyond this machine, where whoever reaches the scheduler runs programs on its workers"
    ),
    "table": QT_TRANSLATE_NOOP(
        "Text", "the table; rows are kept in TABLE.runs.jsonl as they come, and the same command goes on from there"
    ),
    "many": QT_TRANSLATE_NOOP("Text", "how fast an experiment is on two processes"),
    "check": QT_TRANSLATE_NOOP(
        "Text", "list what is wrong in projects and lessons; exit code 1 if anything must be mended"
    ),
    "import": QT_TRANSLATE_NOOP("Text", "make a project of a network of Keras or ONNX, with its weights"),
    "imported": QT_TRANSLATE_NOOP("Text", "a .keras, .h5 or .onnx file, or Keras's JSON"),
    "no_project": QT_TRANSLATE_NOOP("Text", "{path}: a project ends in {ending}"),
    "weights_left": QT_TRANSLATE_NOOP(
        "Text", "its weights are left out, as it cannot train before it has data that fit"
    ),
    "picture": QT_TRANSLATE_NOOP("Text", "write a picture of the window"),
    "pictured": QT_TRANSLATE_NOOP("Text", "what `open` takes: a project, an example, a link, a lesson, a table"),
    "picture_epochs": QT_TRANSLATE_NOOP("Text", "trained before it is taken, 0 unless told"),
    "show": QT_TRANSLATE_NOOP(
        "Text", "open this view, place or dialog first, such as landscape, lab or export; may be repeated"
    ),
    "no_part_shown": QT_TRANSLATE_NOOP("Text", "--show: there is no “{name}”; there are {names}"),
    "moment": QT_TRANSLATE_NOOP("Text", "go back to this epoch of the run first"),
    "step": QT_TRANSLATE_NOOP("Text", "of a lesson: its step, 1 unless told"),
    "data": QT_TRANSLATE_NOOP("Text", "list known picture sets, or fetch some: mnist, fashion-mnist, cifar-10"),
    "data_names": QT_TRANSLATE_NOOP("Text", "what to fetch; after that every command takes the name for a FILE"),
    "no_gallery": QT_TRANSLATE_NOOP("Text", "there is no picture set “{name}”; known are {names}"),
    "gallery_here": QT_TRANSLATE_NOOP("Text", "on this machine"),
    "gallery_away": QT_TRANSLATE_NOOP("Text", "not on this machine, {size} to download"),
    "gallery_fetch": QT_TRANSLATE_NOOP("Text", "`playground data {name}` downloads it."),
    "gallery_ready": QT_TRANSLATE_NOOP(
        "Text", "{title} is in {folder}, {rows} of its pictures are used: `playground train {name}`"
    ),
    "bench": QT_TRANSLATE_NOOP("Text", "measure speed against Keras's fit; what it tells is in English"),
    "file": QT_TRANSLATE_NOOP(
        "Text", "a project file, the name of a bundled example, or a link of TensorFlow Playground in quotes"
    ),
    "trained_file": QT_TRANSLATE_NOOP(
        "Text", "what `open` takes, or a table: .csv, .tsv, .xlsx, .ods, .parquet or .jsonl"
    ),
    "target": QT_TRANSLATE_NOOP(
        "Text", "of a table: the column to learn, given several times for several numbers; without it one is guessed"
    ),
    "split_by": QT_TRANSLATE_NOOP(
        "Text", "of a table: the column that says which rows train, such as train and test; it is no input"
    ),
    "validate": QT_TRANSLATE_NOOP(
        "Text", "with --split-by: a word of that column whose rows validate, once for each; without it they are guessed"
    ),
    "encoding": QT_TRANSLATE_NOOP(
        "Text", "of a table: the encoding of a text, such as utf-8, gb18030 or cp1252; without it one is guessed"
    ),
    "sheet": QT_TRANSLATE_NOOP(
        "Text", "of a workbook: the sheet to read; without it, the first that is not hidden and has a table"
    ),
    "drop_faults": QT_TRANSLATE_NOOP("Text", "of a table: leave out rows with cells that do not fit"),
    "stream": QT_TRANSLATE_NOOP(
        "Text",
        "of a table, or a project of a large one: let the rows stream from the disk, as is done by itself where they "
        "do not fit into memory",
    ),
    "stream_table": QT_TRANSLATE_NOOP("Text", "--stream goes with a table, or a project that names a large one"),
    "stream_devices": QT_TRANSLATE_NOOP("Text", "--devices: rows that stream from the disk train on one device"),
    "stream_noise": QT_TRANSLATE_NOOP("Text", "rows that stream from the disk get no noise: set it to 0"),
    "stream_picture": QT_TRANSLATE_NOOP(
        "Text", "{path}: the window would need all rows in memory, which stream from the disk here"
    ),
    "streaming": QT_TRANSLATE_NOOP(
        "Text",
        "{rows} rows stream from the disk ({free} MiB of memory are free, {needed} MiB would be needed): {train} "
        "train, {validation} validate; views of single rows and the film are left out",
    ),
    "stream_split": QT_TRANSLATE_NOOP(
        "Text", "Which rows train is told by their place in the file and the seed, not as in memory."
    ),
    "stream_script": QT_TRANSLATE_NOOP(
        "Text", "{path}: the script reads all rows into memory, about {needed} MiB, and splits them as is done there"
    ),
    "reading_table": QT_TRANSLATE_NOOP("Text", "Reading"),
    "only_tables": QT_TRANSLATE_NOOP(
        "Text",
        "--target, --split-by, --validate, --encoding, --sheet and --drop-faults go with a table, such as data.csv",
    ),
    "resume_table": QT_TRANSLATE_NOOP("Text", "--resume goes with a project; a table has learned nothing"),
    "no_column": QT_TRANSLATE_NOOP("Text", "{option}: there is no column “{name}”; the columns are {names}"),
    "no_word": QT_TRANSLATE_NOOP("Text", "--validate: “{name}” is no word of the column {column}; they are {names}"),
    "validate_alone": QT_TRANSLATE_NOOP("Text", "--validate goes with --split-by"),
    "split_target": QT_TRANSLATE_NOOP("Text", "--split-by: the column “{name}” is the target already"),
    "no_encoding": QT_TRANSLATE_NOOP("Text", "--encoding: “{name}” is not one of {names}"),
    "encoding_alone": QT_TRANSLATE_NOOP("Text", "--encoding goes with a text, such as data.csv; {file} is none"),
    "no_sheet": QT_TRANSLATE_NOOP("Text", "--sheet: there is no sheet “{name}”; the sheets are {names}"),
    "sheet_alone": QT_TRANSLATE_NOOP("Text", "--sheet goes with a workbook, such as data.xlsx; {file} is none"),
    "faults_wait": QT_TRANSLATE_NOOP(
        "Text", "{count} places do not fit: mend them in the file, or leave their rows out with --drop-faults"
    ),
    "table_size": QT_TRANSLATE_NOOP("Text", "{title}: {rows} rows, {columns} columns"),
    "table_text": QT_TRANSLATE_NOOP("Text", "Read as {encoding}; separator: {separator}; decimal sign: {decimal}"),
    "table_target": QT_TRANSLATE_NOOP("Text", "Target: {names}"),
    "table_inputs": QT_TRANSLATE_NOOP("Text", "Inputs: {names}"),
    "table_left": QT_TRANSLATE_NOOP("Text", "Left out: {names}"),
    "table_split": QT_TRANSLATE_NOOP("Text", "Split by the column {name}; {train} rows train. {validation}"),
    "table_unsplit": QT_TRANSLATE_NOOP("Text", "Rows without a word in the column {name}, which are dropped: {count}"),
    "table_rows": QT_TRANSLATE_NOOP("Text", "{rows} rows used, {dropped} dropped"),
    "checked": QT_TRANSLATE_NOOP("Text", "a project, an example, a link, or a lesson: NAME.md or NAME.lesson"),
    "version": QT_TRANSLATE_NOOP("Text", "show the version and exit"),
    "case": QT_TRANSLATE_NOOP("Text", "only cases whose name holds this"),
    "window": QT_TRANSLATE_NOOP("Text", "how smooth the window is"),
    "memory": QT_TRANSLATE_NOOP("Text", "how memory grows"),
    "lab": QT_TRANSLATE_NOOP("Text", "how fast the tensor lab answers"),
    "large": QT_TRANSLATE_NOOP("Text", "how a table of a million rows is read and learned from"),
    "canvas": QT_TRANSLATE_NOOP("Text", "how fast the canvas is with 50 and with 500 layers"),
    "views": QT_TRANSLATE_NOOP("Text", "what each live view costs a frame"),
    "epochs": QT_TRANSLATE_NOOP("Text", "0: as it is before any training"),
    "resume": QT_TRANSLATE_NOOP("Text", "go on from what the project has learned, for N epochs more"),
    "devices": QT_TRANSLATE_NOOP(
        "Text", "train on N GPUs at once, each taking its share of every batch; cpu:N tries it on this processor"
    ),
    "no_devices": QT_TRANSLATE_NOOP("Text", "{told} is neither a number of GPUs, such as 2, nor one such as cpu:2"),
    "few_devices": QT_TRANSLATE_NOOP(
        "Text", "--devices {wanted}: TensorFlow sees {found} of {kind} here. Leave it out, or ask for fewer."
    ),
    "held_devices": QT_TRANSLATE_NOOP(
        "Text", "--devices: a layer holds weights at zero, which several devices cannot do. Leave one of both out."
    ),
    "save": QT_TRANSLATE_NOOP("Text", "write the trained project"),
    "export": QT_TRANSLATE_NOOP("Text", "write what a project has learned in other formats"),
    "trained": QT_TRANSLATE_NOOP("Text", "trained for {epochs} epochs"),
    "not_trained": QT_TRANSLATE_NOOP("Text", "--resume: the project has learned nothing yet; train it and --save it"),
    "misfit": QT_TRANSLATE_NOOP("Text", "what the project has learned is of another network; train it anew"),
    "json": QT_TRANSLATE_NOOP("Text", "print the result as one JSON object"),
    "out": QT_TRANSLATE_NOOP("Text", "{endings}, or a folder for a SavedModel; several, and may be repeated"),
    "stopped": QT_TRANSLATE_NOOP("Text", "stopped"),
    "stopped_after": QT_TRANSLATE_NOOP("Text", "stopped by Ctrl+C after {epochs} epochs"),
    "stopped_written": QT_TRANSLATE_NOOP("Text", "stopped by Ctrl+C after {epochs} epochs; wrote {paths}"),
    "finishing_epoch": QT_TRANSLATE_NOOP(
        "Text", "stopping at the end of this epoch; Ctrl+C again ends at once and writes nothing"
    ),
    "wrote": QT_TRANSLATE_NOOP("Text", "wrote {path}"),
    "no_part": QT_TRANSLATE_NOOP("Text", "a part that it needs could not be loaded: {error}"),
    "try_help": QT_TRANSLATE_NOOP("Text", "{program}: {wrong} (try {program} --help)"),
    "no_display": QT_TRANSLATE_NOOP("Text", "there is no display to open a window on; try: playground demo"),
    "no_folder": QT_TRANSLATE_NOOP("Text", "{path}: there is no folder {folder}"),
    "not_whole": QT_TRANSLATE_NOOP("Text", "expected {low} to {high}, got {got}"),
    "no_size": QT_TRANSLATE_NOOP("Text", "expected WxH, such as 1440x900, got {got}"),
    "bad_size": QT_TRANSLATE_NOOP("Text", "expected 1024x640 to 8000x8000, got {got}"),
    "cannot_train": QT_TRANSLATE_NOOP("Text", "cannot train: {problem}"),
    "changed_meanwhile": QT_TRANSLATE_NOOP(
        "Text", "{path} was written by somebody else meanwhile and was left alone; this is in {other}"
    ),
    "error": QT_TRANSLATE_NOOP("Text", "error"),
    "warning": QT_TRANSLATE_NOOP("Text", "warning"),
    "placed": QT_TRANSLATE_NOOP("Text", "{place}: {problem}"),
    "no_problems": QT_TRANSLATE_NOOP("Text", "No problems."),
    "training": QT_TRANSLATE_NOOP("Text", "Training"),
    "result": QT_TRANSLATE_NOOP(
        "Text",
        "{epochs} epochs in {seconds} s, {pace} a second: train loss {train}, validation loss {validation}{metrics}",
    ),
    "rival": QT_TRANSLATE_NOOP(
        "Text", "beside it {name}: {epochs} epochs, train loss {train}, validation loss {validation}"
    ),
    "rival_stands": QT_TRANSLATE_NOOP("Text", "{name} ({why})"),
    "validation_metric": QT_TRANSLATE_NOOP("Text", ", validation {metric} {value}"),
}

# What argparse says, in its own words; it asks for them by these.
ARGPARSE = (
    QT_TRANSLATE_NOOP("Text", "usage: "),
    QT_TRANSLATE_NOOP("Text", "positional arguments"),
    QT_TRANSLATE_NOOP("Text", "options"),
    QT_TRANSLATE_NOOP("Text", "show this help message and exit"),
    QT_TRANSLATE_NOOP("Text", "argument %(argument_name)s: %(message)s"),
    QT_TRANSLATE_NOOP("Text", "unknown parser %(parser_name)r (choices: %(choices)s)"),
    QT_TRANSLATE_NOOP("Text", "unrecognized arguments: %s"),
    QT_TRANSLATE_NOOP("Text", "not allowed with argument %s"),
    QT_TRANSLATE_NOOP("Text", "ignored explicit argument %r"),
    QT_TRANSLATE_NOOP("Text", "the following arguments are required: %s"),
    QT_TRANSLATE_NOOP("Text", "expected one argument"),
    QT_TRANSLATE_NOOP("Text", "expected at least one argument"),
    QT_TRANSLATE_NOOP("Text", "ambiguous option: %(option)s could match %(matches)s"),
    QT_TRANSLATE_NOOP("Text", "invalid %(type)s value: %(value)r"),
    QT_TRANSLATE_NOOP("Text", "invalid choice: %(value)r (choose from %(choices)s)"),
)


def command_text(key: str, **values: object) -> str:
    """The sentence of that key in WORDS, its {names} filled."""
    return say(WORDS[key], **values)


def argparse_text(sentence: str) -> str:
    """What argparse says, in the language of the program; English where it is not in ARGPARSE."""
    return say(sentence) if sentence in ARGPARSE else sentence
