"""What `playground sweep` says, and what can be wrong with what is to vary."""

from __future__ import annotations

from playground.document.words import Words
from playground.frames.device import DeviceError
from playground.runs.axes import AxisError
from playground.runs.cluster import ClusterError
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say, say_words

WORDS = {
    "nothing_varies": QT_TRANSLATE_NOOP(
        "Text", "nothing varies: say what, as --set learning_rate=0.01,0.03, or --seeds 5"
    ),
    "not_csv": QT_TRANSLATE_NOOP("Text", "{path}: the table is a file that ends in .csv"),
    "busy": QT_TRANSLATE_NOOP(
        "Text", "{path}: another sweep writes this table at the moment; wait for it, or give --out another name"
    ),
    "trial": QT_TRANSLATE_NOOP("Text", "with {settings}: {problem}"),
    "running": QT_TRANSLATE_NOOP("Text", "{done} of {count} runs"),
    "kept": QT_TRANSLATE_NOOP("Text", "{done} of {count} runs are there already, in {path}"),
    "states": QT_TRANSLATE_NOOP("Text", "{count} runs: {done} done, {diverged} diverged, {failed} failed, {lost} lost"),
    "stopped": QT_TRANSLATE_NOOP("Text", "{count} were stopped early, as others were better by then"),
    "interrupted": QT_TRANSLATE_NOOP(
        "Text", "stopped by Ctrl+C with {done} of {count} runs, in {path}; the same command goes on"
    ),
    "no_workers": QT_TRANSLATE_NOOP(
        "Text", "the processes that train end before they begin (exit code {code}): is memory short?"
    ),
    "no_one_yet": QT_TRANSLATE_NOOP(
        "Text", "{address} has no worker yet; it goes on when one comes, as by: dask worker {address} --nthreads 1"
    ),
    "device_away": QT_TRANSLATE_NOOP("Text", "--device is for this machine: a cluster's workers have their own"),
    "no_gpu": QT_TRANSLATE_NOOP("Text", "{device}: TensorFlow sees no GPU here"),
    "few_gpus": QT_TRANSLATE_NOOP("Text", "{device}: TensorFlow sees {found} here, counted from gpu:0"),
    "group": QT_TRANSLATE_NOOP("Text", "validation loss"),
    "median": QT_TRANSLATE_NOOP("Text", "median"),
    "seeds": QT_TRANSLATE_NOOP("Text", "runs"),
    "some": QT_TRANSLATE_NOOP("Text", "{results} of {runs}"),
    "others": QT_TRANSLATE_NOOP("Text", "and {count} more in the table"),
}

# What playground/runs/ says of a setting or a value.
AXES = (
    QT_TRANSLATE_NOOP("Text", "{name}: 1 to {most} values, got {got}"),
    QT_TRANSLATE_NOOP("Text", "{name}: {value} stands there twice"),
    QT_TRANSLATE_NOOP("Text", "there is no setting “{name}”; nearest: {near}"),
    QT_TRANSLATE_NOOP("Text", "there is no setting “{name}”; there are {some}, ..."),
    QT_TRANSLATE_NOOP("Text", "expected SETTING=VALUE,VALUE, as learning_rate=0.01,0.03, got {got}"),
    QT_TRANSLATE_NOOP("Text", "{name}: there is no “{got}”; nearest: {near}"),
    QT_TRANSLATE_NOOP("Text", "{name}: expected {expected}, got {got}"),
    QT_TRANSLATE_NOOP("Text", "{name}: what varies beside it has no such setting"),
    QT_TRANSLATE_NOOP("Text", "{low} to {high}, or found"),
    QT_TRANSLATE_NOOP("Text", "{name} varies twice"),
    QT_TRANSLATE_NOOP("Text", "{count} runs are more than {most}; --random N takes some of them"),
)

# What playground/runs/ says of a cluster.
CLUSTER = (
    QT_TRANSLATE_NOOP("Text", "expected tcp://HOST:PORT or tls://HOST:PORT, got {got}"),
    QT_TRANSLATE_NOOP(
        "Text",
        "{address}: whoever reaches a tcp:// scheduler runs programs on all its machines; use tls://, "
        "as docs/CLUSTER.md tells, or say that the network is trusted (--insecure)",
    ),
    QT_TRANSLATE_NOOP(
        "Text", "{address}: the scheduler is gone; rows so far are kept, and the next start goes on from them"
    ),
    QT_TRANSLATE_NOOP("Text", "a cluster needs Dask: pip install 'neuroplayground[cluster]'"),
    QT_TRANSLATE_NOOP(
        "Text",
        "{address}: tls:// needs certificates, given or named in Dask's configuration: see docs/CLUSTER.md",
    ),
    QT_TRANSLATE_NOOP(
        "Text",
        "{address}: no scheduler answers there ({error}); `dask scheduler --host HOST --port PORT` starts one",
    ),
    QT_TRANSLATE_NOOP("Text", "{path}: there is no such file"),
    QT_TRANSLATE_NOOP("Text", "{worker}: other versions than here, which may give other numbers: {differing}"),
)


def sweep_text(key: str, **values: object) -> str:
    """The sentence of that key in WORDS, its {names} filled."""
    return say(WORDS[key], **values)


def error_in_words(error: AxisError | ClusterError | DeviceError) -> str:
    """What is wrong with a setting, a value, a cluster or a device, in one line."""
    if isinstance(error, DeviceError):
        return sweep_text("few_gpus" if error.found else "no_gpu", device=error.device, found=error.found)
    values = {name: say_words(value) if isinstance(value, Words) else value for name, value in error.words.values}
    return say(error.words.sentence, **values)
