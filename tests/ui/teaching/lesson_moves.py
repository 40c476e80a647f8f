"""What a learner does at each step of the bundled lessons, and which goals of the step that reaches, counted from 1.

A line is `step: what is done -> goals`; what the words mean is told in `learner.py`. Goals that no line names are an
error, and so are goals that are ticked before their line. `see` lines are numbers that the step's text claims: they
have to stand in it in both languages, and to be what the window knows then.
"""

MOVES = {
    "11-perceptron": """
1: weight neuron.kernel[0, 0] = 1 -> 1
2: weight neuron.kernel[1, 0] = 1 -> 1
2: weight neuron.kernel[1, 0] = 2
2: weight neuron.bias[0] = -2 -> 2 3
4: press reset
4: train 50 -> 1 2
5: layer neuron activation=sigmoid -> 1
5: until train_accuracy >= 100 % -> 2
6: weight neuron.kernel[0, 0] = -1
6: weight neuron.kernel[1, 0] = -1
6: weight neuron.bias[0] = -3 -> 1
7: put Dense before neuron -> 1
7: layer dense_1 units=4 activation=tanh
7: layer neuron activation=sigmoid
7: until validation_accuracy > 89 % -> 2
""",
    "12-one-layer-three-ways": """
1: put_in 1 2 -> 1
2: weight layer.kernel[1, 1] = -1 -> 1
2: weight layer.kernel[0, 2] = 0.5 -> 2 3
5: layer layer units=256 -> 1
5: see parameters - 257 768
7: put Softmax before output -> 1
7: layer output loss=sparse_categorical_crossentropy -> 2
8: layer layer units=1 use_bias=false
8: until validation_accuracy >= 95 % and epoch >= 1 -> 1
""",
    "13-chain-rule": """
1: put_in 1 -> 1
2: weight first.kernel[0, 0] = 2 -> 1
2: weight second.kernel[0, 0] = 2 -> 2
2: see value("second") 7
3: weight first.kernel[0, 0] = 2.1 -> 1
3: see value("second") 7.2
4: weight first.kernel[0, 0] = 2 -> 1
7: weight second.kernel[0, 0] = 6 -> 1
7: weight second.kernel[0, 0] = -2 -> 2
7: weight second.bias[0] = 6 -> 3
""",
    "14-one-weights-gradient": """
1: weight neuron.kernel[0, 0] = 0.5 -> 1
1: weight neuron.kernel[1, 0] = 0.8 -> 2
1: weight neuron.bias[0] = 0.5 -> 3
1: see value("neuron") 0.8022
2: walk -> 1
5: weight neuron.bias[0] = -9 -> 1
5: walk
5: weight neuron.bias[0] = -1.5 -> 2
""",
    "15-back-through-the-network": """
1: walk -> 1
2: walk
3: weight answer.kernel[1, 0] = -1 -> 1 2
3: walk -> 3
6: weight first.kernel[0, 0] = 2 -> 1
6: weight second.kernel[0, 0] = 0
6: weight second.kernel[0, 1] = 0 -> 2
6: walk
""",
    "16-a-network-three-ways": """
1: put Dense before dense_2 -> 1
1: layer dense_3 units=128
1: put Dense before dense_2 -> 2
1: layer dense_4 units=64 activation=relu -> 3
1: see parameters 58,442
4: put Dense before dense_2
4: layer dense_5 units=32 activation=relu -> 1
4: see parameters 60,202
5: export script -> 1
6: until validation_accuracy > 95 % -> 1
7: remove dense_3 dense_4 dense_5
7: layer dense_1 units=21
7: until validation_accuracy >= 95 % -> 1
""",
    "17-activations": """
1: select neuron -> 1
2: layer neuron activation=tanh -> 1
2: layer neuron activation=relu -> 2
2: layer neuron activation=leaky_relu -> 3
3: press reset
3: layer neuron activation=sigmoid -> 1
3: weight neuron.kernel[0, 0] = 5 -> 2
4: layer neuron activation=relu
4: weight neuron.bias[0] = -7 -> 1
4: train 20 -> 2
4: layer neuron activation=leaky_relu
4: until weight("neuron", "bias", 0) > -6 -> 3
5: layer from_sigmoid formula=2*sigmoid(x)-1 -> 1
5: press undo
7: put Dense before neuron -> 1
7: layer dense_1 units=8 activation=tanh
7: layer neuron activation=linear
7: set optimizer=Adam
7: set learning_rate=0.01
7: until validation_loss < 0.06 -> 2
""",
    "18-vanishing-gradient": """
1: train 100 -> 1
1: about validation_loss 0.69
2: press reset
2: press epoch -> 1
3: rival 1 -> 1
5: press set activation=tanh -> 1
5: until validation_accuracy > 94 % -> 2
6: set optimizer=Adam
6: set learning_rate=0.01
6: until validation_accuracy > 94 % -> 1
""",
    "19-losses": """
1: see train_loss 0.2079
1: weight neuron.kernel[0, 0] = 0.1 -> 1
1: see train_loss 0.1128
1: weight neuron.kernel[1, 0] = 0.1 -> 2
1: weight neuron.bias[0] = 0.5
1: see train_loss 0.25
1: layer output loss=mean_absolute_error -> 3
1: see train_loss 0.5
3: see train_loss 1
3: weight neuron.kernel[0, 0] = 1
3: weight neuron.kernel[1, 0] = 1 -> 1 2
3: see train_loss 9.39
3: layer output loss=binary_crossentropy_logits -> 3
3: see train_loss 0.032
3: layer output loss=hinge -> 4
4: see train_loss 1.0986
4: until train_loss < 0.2 -> 1
5: reading forgotten -> 1
5: reading logits
5: bar 2 -3 -> 2
6: layer output loss=binary_crossentropy_logits -> 1
6: until validation_loss < 0.01 -> 2
6: layer neuron activation=sigmoid
6: layer output loss=binary_crossentropy -> 3
""",
    "20-overfitting": """
1: see parameters 25
1: train 2000 -> 1
2: about train_loss 0.064
2: about validation_loss 0.099
3: until train_loss < 0.01 -> 1 2
4: train 2000 -> 1
5: set points=1000
5: train 100 -> 1
6: train 1000 -> 1
8: until epoch >= 100 and validation_loss < 0.11 -> 2
8: layer wide_1 units=8
8: remove wide_2 wide_3
8: until validation_loss < 0.13 -> 1
""",
    "21-compile-fit-evaluate-predict": """
1: set optimizer=Adam -> 1
1: set learning_rate=0.03 -> 2
2: press epoch
2: train 19 -> 1
3: export history -> 1
7: set optimizer=Adam
7: set learning_rate=0.03
7: train 30 -> 1
""",
    "22-three-ways-of-saving": """
1: train 20 -> 1 2
2: export weights -> 1
2: see parameters 67
3: export keras -> 1
4: export saved_model -> 1
5: compare weights -> 1
6: layer dense_1 units=9 -> 1
""",
    "23-metrics-in-four-steps": """
4: train 3 -> 1
6: metric precision -> 1
6: until validation_accuracy >= 97 % -> 2
""",
    "24-a-layer-of-your-own": """
1: train 20 -> 1
1: layer formula_1 formula=x*sigmoid(x) -> 2
1: until validation_accuracy >= 97 % -> 3
1: see parameters 25
2: export script -> 1
3: group dense_1 formula_1 as Swish layer -> 1
3: own Swish layer -> 2 3
6: layer formula_1 formula=sin(x)
6: layer dense_1 units=4
6: reset
6: train 50 -> 1
""",
    "25-your-own-table": """
1: table penguins -> 1
3: train 30 -> 1
4: until validation_accuracy >= 97 % -> 1
6: layer dense_1 units=4
6: until validation_accuracy >= 95 % and epoch >= 1 -> 1
""",
    "26-draw-data-that-fools-it": """
1: draw more -> 1
1: until epoch >= 100 and train_accuracy >= 95 % -> 2
2: draw corners
2: until epoch >= 1000 and train_accuracy <= 80 % -> 1
3: put Dense before dense_2 -> 1
3: layer dense_1 units=8 activation=tanh
3: until train_accuracy >= 95 % -> 2
5: until train_accuracy - validation_accuracy >= 15 % -> 1
6: draw coins -> 1
6: until train_accuracy - validation_accuracy >= 20 % -> 2
""",
}
