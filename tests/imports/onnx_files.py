"""ONNX files written by their wire format, field by field; the numbers are those of onnx.proto."""

import struct

import numpy as np


def varint(value):
    value &= (1 << 64) - 1
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def field(number, value):
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    if isinstance(value, float):
        return varint(number << 3 | 5) + struct.pack("<f", value)
    content = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(content)) + content


def tensor(name, array, extra=b""):
    array = np.asarray(array)
    kind = {"float32": 1, "int64": 7, "float64": 11}[array.dtype.name]
    sizes = b"".join(field(1, size) for size in array.shape)
    return sizes + field(2, kind) + field(8, name) + field(9, array.tobytes()) + extra


def attribute(name, value):
    if isinstance(value, list):
        number, kind = (
            (7, 6)
            if value and isinstance(value[0], float)
            else (9, 8)
            if value and isinstance(value[0], str)
            else (8, 7)
        )
        return (
            field(1, name) + b"".join(field(number, v) for v in value) + field(20, kind)
            if number != 7
            else (field(1, name) + field(7, np.array(value, "<f4").tobytes()) + field(20, kind))
        )
    if isinstance(value, np.ndarray):
        return field(1, name) + field(5, tensor("", value)) + field(20, 4)
    number, kind = {int: (3, 2), float: (2, 1), str: (4, 3), bytes: (6, 5)}[type(value)]
    return field(1, name) + field(number, value) + field(20, kind)


def node(kind, inputs, outputs, domain="", name="", **attributes):
    content = b"".join(field(1, i) for i in inputs) + b"".join(field(2, o) for o in outputs)
    content += field(3, name or f"/{kind}") + field(4, kind)
    content += b"".join(field(5, attribute(key, value)) for key, value in attributes.items())
    return content + (field(7, domain) if domain else b"")


def value(name, *sizes):
    axes = b"".join(field(1, field(2, s) if isinstance(s, str) else field(1, s)) for s in sizes)
    return field(1, name) + field(2, field(1, field(1, 1) + field(2, axes)))


def model(nodes, constants=None, inputs=None, outputs=("y",), opset=20, extra=b"", graph_extra=b"", domains=("",)):
    content = b"".join(field(1, one) for one in nodes) + field(2, "g")
    for name, array in (constants or {}).items():
        content += field(5, array if isinstance(array, bytes) else tensor(name, array))
    for one in [value("x", "rows", 2)] if inputs is None else inputs:
        content += field(11, one)
    content += b"".join(field(12, value(name, "rows", 1)) for name in outputs) + graph_extra
    imports = b"".join(field(8, field(1, domain) + field(2, opset)) for domain in domains)
    return field(1, 8) + field(2, "pytorch") + imports + field(7, content) + extra
