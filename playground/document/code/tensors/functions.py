"""Functions that a script of tensors defines where its network needs them."""

from __future__ import annotations

SIMPLE_RNN = '''
def simple_rnn(x, name, activation):
    """The states after each step: what comes in, and the state before."""
    kernel, recurrent_kernel, bias = weights_of(name)
    state = tf.zeros((tf.shape(x)[0], recurrent_kernel.shape[0]))
    states = []
    for at in range(x.shape[1]):
        total = tf.matmul(x[:, at], kernel) + tf.matmul(state, recurrent_kernel)
        state = activation(total + bias)
        states.append(state)
    return tf.stack(states, axis=1)
'''

LSTM = '''
def lstm(x, name):
    """The states after each step: a memory, and gates that write, keep and read it."""
    kernel, recurrent_kernel, bias = weights_of(name)
    state = memory = tf.zeros((tf.shape(x)[0], recurrent_kernel.shape[0]))
    states = []
    for at in range(x.shape[1]):
        total = tf.matmul(x[:, at], kernel) + tf.matmul(state, recurrent_kernel)
        write, keep, new, read = tf.split(total + bias, 4, axis=1)
        memory = tf.sigmoid(keep) * memory + tf.sigmoid(write) * tf.tanh(new)
        state = tf.sigmoid(read) * tf.tanh(memory)
        states.append(state)
    return tf.stack(states, axis=1)
'''

GRU = '''
def gru(x, name):
    """The states after each step: one gate keeps the state, one resets it."""
    kernel, recurrent_kernel, bias = weights_of(name)
    state = tf.zeros((tf.shape(x)[0], recurrent_kernel.shape[0]))
    states = []
    for at in range(x.shape[1]):
        new = tf.split(tf.matmul(x[:, at], kernel) + bias[0], 3, axis=1)
        old = tf.split(tf.matmul(state, recurrent_kernel) + bias[1], 3, axis=1)
        keep, reset = tf.sigmoid(new[0] + old[0]), tf.sigmoid(new[1] + old[1])
        state = keep * state + (1 - keep) * tf.tanh(new[2] + reset * old[2])
        states.append(state)
    return tf.stack(states, axis=1)
'''

BATCH_NORMALIZED = '''
def batch_normalized(x, name, momentum, epsilon, training):
    """Centred and scaled: over the batch in training, else by averages of batches."""
    gamma, beta, mean, variance = weights_of(name)
    if training:
        of_batch = tf.nn.moments(x, list(range(len(x.shape) - 1)))
        for average, new in zip((mean, variance), of_batch, strict=True):
            average.assign(momentum * average + (1 - momentum) * new)
        mean, variance = of_batch
    return tf.nn.batch_normalization(x, mean, variance, beta, gamma, epsilon)
'''

LAYER_NORMALIZED = '''
def layer_normalized(x, name, epsilon):
    """Centred and scaled over the values of each example."""
    gamma, beta = weights_of(name)
    mean, variance = tf.nn.moments(x, [-1], keepdims=True)
    return tf.nn.batch_normalization(x, mean, variance, beta, gamma, epsilon)
'''

STEP = '''
def step(x):
    """1 where x > 0, else 0; its gradient is 0."""
    return tf.nn.relu(tf.sign(x))
'''

NORMALIZED = '''
def normalized(x, mean, variance):
    """Brought to mean 0 and variance 1, by numbers that are given."""
    return (x - mean) / np.maximum(np.sqrt(variance), 1e-7)
'''

DROPPED = '''
def dropped(x, name, rate, training):
    """In training that share of the values becomes 0, and the others larger."""
    return keras.random.dropout(x, rate, seed=draws[name]) if training else x
'''

NOISY = '''
def noisy(x, name, deviation, training):
    """In training with normal noise."""
    if not training:
        return x
    return x + keras.random.normal(tf.shape(x), stddev=deviation, seed=draws[name])
'''

PENALIZED = '''
def penalized(x, l1, l2):
    """The penalty on values, for a row."""
    total = l1 * tf.reduce_sum(tf.abs(x)) + l2 * tf.reduce_sum(tf.square(x))
    return total / tf.cast(tf.shape(x)[0], tf.float32)
'''

WEIGHTS_OF = '''
def weights_of(name):
    """All weights of a layer."""
    return [weight for key, weight in weights.items() if key.split("/")[0] == name]
'''

BY_NAME = {
    "simple_rnn": SIMPLE_RNN,
    "lstm": LSTM,
    "gru": GRU,
    "batch_normalized": BATCH_NORMALIZED,
    "layer_normalized": LAYER_NORMALIZED,
    "normalized": NORMALIZED,
    "dropped": DROPPED,
    "noisy": NOISY,
    "penalized": PENALIZED,
    "step": STEP,
}
"""What a network may call -> its definition."""
