<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Build a neural network by hand, watch it learn, take it away.</source>
        <translation>亲手搭建神经网络，看着它学习，再把它带走。</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation>自由软件，采用 Apache License 2.0 许可证。</translation>
    </message>
    <message>
        <source>Chinese is written in Playground Sans SC, made of Noto Sans CJK SC (SIL Open Font License 1.1).</source>
        <translation>中文由 Playground Sans SC 显示，它取自 Noto Sans CJK SC（SIL Open Font License 1.1）。</translation>
    </message>
    <message>
        <source>About Playground</source>
        <translation>关于 Playground</translation>
    </message>
</context>
<context>
    <name>ActivationChart</name>
    <message>
        <source>range {range}</source>
        <translation>值域 {range}</translation>
    </message>
    <message>
        <source>counts of x</source>
        <translation>x 的频数</translation>
    </message>
</context>
<context>
    <name>ActivationPanel</name>
    <message>
        <source>Activation function with a probe: Left and Right move it</source>
        <translation>激活函数与探针：左右方向键移动探针</translation>
    </message>
    <message>
        <source>Select a layer with an activation function.</source>
        <translation>请选择一个带激活函数的层。</translation>
    </message>
    <message>
        <source>Of up to 4,096 of the values that come in: flat where the slope is below 0.05. A unit is dead if its slope is that flat for every train point, at most the first 1,200, so that nothing can teach it any more.</source>
        <translation>最多统计4,096个输入值：斜率小于0.05处视为平坦。若某个神经元对每个训练样本（最多取前1,200个）的斜率都这么小，它就是死神经元，再也学不到东西。</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>与之比较</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Draw other activation functions over this one</source>
        <translation>把其他激活函数叠加画在这一个上</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>The activation function of the selected layer over what comes in, its derivative dashed, and behind them in grey how often each value comes in over the training points; drag the line for its numbers at any x, where the dark line is the tangent.</source>
        <translation>所选层的激活函数画在它的输入值上，虚线是导数，背后的灰色是各输入值在训练样本上出现的多少；拖动竖线可读出任意 x 处的数值，深色直线是那里的切线。</translation>
    </message>
    <message>
        <source>value coming in</source>
        <translation>输入值</translation>
    </message>
    <message>
        <source>function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>derivative</source>
        <translation>导数</translation>
    </message>
    <message>
        <source>values counted</source>
        <translation>计入的值</translation>
    </message>
    <message>
        <source>Activation · {name}</source>
        <translation>激活函数 · {name}</translation>
    </message>
    <message>
        <source>{name}: the same curve</source>
        <translation>{name}：同一条曲线</translation>
    </message>
    <message>
        <source>no gradient</source>
        <translation>无梯度</translation>
    </message>
    <message>
        <source>{share} inactive</source>
        <translation>{share} 未激活</translation>
    </message>
    <message>
        <source>{share} saturated</source>
        <translation>{share} 饱和</translation>
    </message>
    <message>
        <source>{dead} of {units} units dead</source>
        <translation>{units}个神经元中{dead}个已死</translation>
    </message>
    <message>
        <source>{share} beyond ±{reach}</source>
        <translation>{share} 超出 ±{reach}</translation>
    </message>
</context>
<context>
    <name>AdviserLine</name>
    <message>
        <source>Adviser</source>
        <translation>顾问</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Say nothing of this kind until New or Open</source>
        <translation>在新建或打开之前，不再提示这一类</translation>
    </message>
</context>
<context>
    <name>Advising</name>
    <message>
        <source>Adviser</source>
        <translation>顾问</translation>
    </message>
</context>
<context>
    <name>Along</name>
    <message>
        <source>Along the network</source>
        <translation>沿网络移动</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy TensorFlow&apos;s message as it came</source>
        <translation>复制 TensorFlow 的原始信息</translation>
    </message>
    <message>
        <source>What TensorFlow said</source>
        <translation>TensorFlow 的原话</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>The language can be changed once the film is made.</source>
        <translation>影片完成后才能切换语言。</translation>
    </message>
</context>
<context>
    <name>AskSequence</name>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Next value</source>
        <translation>下一个值</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>回声</translation>
    </message>
    <message>
        <source>Parity</source>
        <translation>奇偶</translation>
    </message>
    <message>
        <source>Column of a table</source>
        <translation>表格的一列</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Choose a table…</source>
        <translation>选择表格…</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口数</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Windows over a wave y = f(x); the network learns the value that comes next.</source>
        <translation>在波形 y = f(x) 上取窗口，网络学习接下来的值。</translation>
    </message>
    <message>
        <source>Numbers at random; the network learns the one that came some steps before the last.</source>
        <translation>一串随机数，网络学习最后一个之前若干步的那个数。</translation>
    </message>
    <message>
        <source>Bits at random; the network learns whether an odd number of them is 1.</source>
        <translation>一串随机的比特，网络学习其中1的个数是不是奇数。</translation>
    </message>
    <message>
        <source>Windows over a column of a table, from top to bottom; the network learns its next value.</source>
        <translation>在表格的一列上自上而下取窗口，网络学习它的下一个值。</translation>
    </message>
    <message>
        <source>Steps back</source>
        <translation>回退步数</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>奇数</translation>
    </message>
    <message>
        <source>even</source>
        <translation>偶数</translation>
    </message>
    <message>
        <source>{count} windows of {steps} values each.</source>
        <translation>{count}个窗口，每个{steps}个值。</translation>
    </message>
    <message>
        <source>The last of them validate.</source>
        <translation>最后的那些用来验证。</translation>
    </message>
    <message>
        <source>{count} more have a place without a value and are left out.</source>
        <translation>另有{count}个窗口含有缺失值，已略去。</translation>
    </message>
    <message>
        <source>For a recurrent layer, put a Reshape to ({steps}, 1) before it.</source>
        <translation>若用循环层，请先放一个变为 ({steps}, 1) 的 Reshape。</translation>
    </message>
</context>
<context>
    <name>AxesRow</name>
    <message>
        <source>Input from left to right</source>
        <translation>从左到右的输入</translation>
    </message>
    <message>
        <source>Input from bottom to top</source>
        <translation>从下到上的输入</translation>
    </message>
</context>
<context>
    <name>AxisCard</name>
    <message>
        <source>Do not vary {setting}</source>
        <translation>不再改变{setting}</translation>
    </message>
    <message>
        <source>Values of {setting}</source>
        <translation>{setting}的取值</translation>
    </message>
    <message>
        <source>Values with commas between them; a shape as 2x2, several words as x1+x2.</source>
        <translation>用逗号分隔各个取值；形状写作 2x2，多个词写作 x1+x2。</translation>
    </message>
</context>
<context>
    <name>AxisCuts</name>
    <message>
        <source>Drag where it begins, ends, or the second place. Keys: ← → begin, with Shift end, with Ctrl step.</source>
        <translation>拖动起点、终点，或第二个取到的位置。按键：← → 移动起点，加 Shift 移动终点，加 Ctrl 改变步长。</translation>
    </message>
    <message>
        <source>axis %1</source>
        <translation>轴%1</translation>
    </message>
    <message>
        <source>Bars: begin and end. Dot: the second place, so the step. All three are dragged.</source>
        <translation>竖条：起点和终点；圆点：第二个取到的位置，即步长。三者都可拖动。</translation>
    </message>
</context>
<context>
    <name>Bands</name>
    <message>
        <source>Curves stand here once a run has begun.</source>
        <translation>有运行开始后，这里显示曲线。</translation>
    </message>
    <message>
        <source>epoch 0</source>
        <translation>第0轮</translation>
    </message>
    <message>
        <source>validation loss, mean ± 1 standard deviation</source>
        <translation>验证损失，平均值 ± 1个标准差</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Forget the runs</source>
        <translation>清除所有运行</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Best validation loss</source>
        <translation>最低验证损失</translation>
    </message>
    <message>
        <source>Its accuracy</source>
        <translation>它的准确率</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>表格存为 CSV…</translation>
    </message>
    <message>
        <source>Table as Markdown…</source>
        <translation>表格存为 Markdown…</translation>
    </message>
    <message>
        <source>Pictures as PNG…</source>
        <translation>图存为 PNG…</translation>
    </message>
    <message>
        <source>Pictures as SVG…</source>
        <translation>图存为 SVG…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Looking for {address}</source>
        <translation>正在连接 {address}</translation>
    </message>
    <message>
        <source>No worker yet; one is started by: dask worker {address} --nthreads 1</source>
        <translation>还没有工作进程；可这样启动一个：dask worker {address} --nthreads 1</translation>
    </message>
    <message>
        <source>{address} · workers: {workers} · under way: {count}</source>
        <translation>{address} · 工作进程：{workers} · 正在运行：{count}</translation>
    </message>
    <message>
        <source>TensorFlow loads in {workers} processes</source>
        <translation>TensorFlow 正在{workers}个进程中加载</translation>
    </message>
    <message>
        <source>Processes: {workers} · under way: {count}</source>
        <translation>进程：{workers} · 正在运行：{count}</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Close lesson</source>
        <translation>关闭课程</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
</context>
<context>
    <name>BitRows</name>
    <message>
        <source>Orange: sign; blue: exponent; grey: fraction. Struck out: there is no room for it.</source>
        <translation>橙色：符号位；蓝色：指数位；灰色：尾数位。划掉的：装不下，丢失了。</translation>
    </message>
    <message>
        <source>Orange: the sign. Struck out: there is no room for it.</source>
        <translation>橙色：符号位。划掉的：装不下，丢失了。</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Draw data</source>
        <translation>绘制数据</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Undo stroke</source>
        <translation>撤销这一笔</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>1 to 6 class · B S E M tool · [ ] size · right button or Alt erases · Shift draws straight</source>
        <translation>1至6选类别 · B S E M 选工具 · [ ] 调大小 · 右键或 Alt 擦除 · Shift 画直线</translation>
    </message>
    <message>
        <source>Start from {data}</source>
        <translation>从“{data}”的点开始</translation>
    </message>
    <message>
        <source>{wrong} of {count} points wrong</source>
        <translation>{count}个点中有{wrong}个判错</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count}个点</translation>
    </message>
    <message>
        <source>There are {most} points: the brush paints no more.</source>
        <translation>已有{most}个点，画笔不再添加。</translation>
    </message>
    <message>
        <source>{count} points in this stroke</source>
        <translation>这一笔：{count}个点</translation>
    </message>
    <message>
        <source>Paint a curve from left to right: the network learns y for each x.</source>
        <translation>从左到右画一条曲线：网络学习每个 x 对应的 y。</translation>
    </message>
    <message>
        <source>Paint points. Two colours are enough.</source>
        <translation>画一些点，两种颜色就够了。</translation>
    </message>
    <message>
        <source>Paint a second class: with one there is nothing to tell apart.</source>
        <translation>再画一个类别：只有一类时没有什么可区分的。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>dead ReLU</source>
        <translation>死 ReLU</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>rate too high</source>
        <translation>学习率过高</translation>
    </message>
    <message>
        <source>gradient fades</source>
        <translation>梯度消失</translation>
    </message>
    <message>
        <source>steps too small</source>
        <translation>步子太小</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>静止</translation>
    </message>
    <message>
        <source>Frozen: training leaves its weights as they are. Edit &gt; Freeze or unfreeze sets it free.</source>
        <translation>已冻结：训练不改变它的权值。用“编辑 &gt; 冻结或解冻”可以解冻。</translation>
    </message>
    <message>
        <source>Dead ReLU: {layer} gives 0 for every point, so no gradient gets through it and these weights stand still. Use Leaky ReLU there, or Reset with another seed.</source>
        <translation>死 ReLU：{layer} 对每个样本都输出0，梯度传不过去，这里的权值不再变化。请改用 Leaky ReLU，或换一个种子后重置。</translation>
    </message>
    <message>
        <source>Saturated: {layer} is flat for every point, so no gradient gets through it and these weights stand still. Reset with smaller inputs or first weights, or use ReLU there.</source>
        <translation>饱和：{layer} 对每个样本都落在平坦区，梯度传不过去，这里的权值不再变化。请减小输入或初始权值后重置，或改用 ReLU。</translation>
    </message>
    <message>
        <source>Learning rate too high: steps have made the weights of {layer} more than ten times as large, and now next to nothing pulls at them. Lower the learning rate, then Reset.</source>
        <translation>学习率过高：几步之内 {layer} 的权值已涨到十倍以上，现在几乎没有梯度再拉动它们。请降低学习率，然后重置。</translation>
    </message>
    <message>
        <source>Gradient near zero: it gets smaller from layer to layer on its way back, and next to nothing of it comes here. Try Leaky ReLU with He first weights, or fewer layers.</source>
        <translation>梯度接近零：它在反向传播中逐层变小，到这里几乎没有了。可试试 Leaky ReLU 配合 He 初始化，或减少层数。</translation>
    </message>
    <message>
        <source>Steps too small: a gradient pulls at its weights, but the learning rate lets them hardly move.</source>
        <translation>步子太小：有梯度在拉动权值，但学习率太低，权值几乎不动。</translation>
    </message>
    <message>
        <source>At rest: next to nothing pulls at any layer, as in a minimum of the loss or on a plateau.</source>
        <translation>静止：各层几乎都没有梯度，可能到了损失的极小值，也可能在平台区。</translation>
    </message>
    <message>
        <source>{name}: no more are possible.</source>
        <translation>{name}：不能再多了。</translation>
    </message>
    <message>
        <source>{name}: one must stay.</source>
        <translation>{name}：至少要留一个。</translation>
    </message>
    <message>
        <source>{name}: one more (+)</source>
        <translation>{name}：加一个 (+)</translation>
    </message>
    <message>
        <source>{name}: one less (-)</source>
        <translation>{name}：减一个 (-)</translation>
    </message>
    <message>
        <source>input of {node}</source>
        <translation>{node} 的输入</translation>
    </message>
    <message>
        <source>output of {node}</source>
        <translation>{node} 的输出</translation>
    </message>
    <message>
        <source>problem: {problem}</source>
        <translation>问题：{problem}</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>neurons shown</source>
        <translation>已显示神经元</translation>
    </message>
    <message>
        <source>connected from {names}</source>
        <translation>来自 {names} 的连接</translation>
    </message>
    <message>
        <source>connected to {names}</source>
        <translation>连接到 {names}</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>group {name}, closed, {layers}</source>
        <translation>组 {name}，已关闭，{layers}</translation>
    </message>
    <message>
        <source>group {name}, open, {layers}</source>
        <translation>组 {name}，已打开，{layers}</translation>
    </message>
    <message>
        <source>connection from {source} to {target}</source>
        <translation>从 {source} 到 {target} 的连接</translation>
    </message>
    <message>
        <source>a free place</source>
        <translation>一处空位</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>便签：{text}</translation>
    </message>
    <message>
        <source>points at {names}</source>
        <translation>指向 {names}</translation>
    </message>
    <message>
        <source>{count} layers selected</source>
        <translation>已选择{count}层</translation>
    </message>
    <message>
        <source>{count} notes selected</source>
        <translation>已选择{count}张便签</translation>
    </message>
    <message>
        <source>{count} layers and notes selected</source>
        <translation>已选择{count}个层和便签</translation>
    </message>
    <message>
        <source>arrow of a note to {end}</source>
        <translation>便签指向 {end} 的箭头</translation>
    </message>
    <message>
        <source>A network of {count} layers; arrow keys choose one</source>
        <translation>{count}层的网络；用方向键选择</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Network canvas</source>
        <translation>网络画布</translation>
    </message>
</context>
<context>
    <name>ChangedBar</name>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Open the file as it is on the disk</source>
        <translation>按磁盘上的内容重新打开文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{file} is no longer where it was. Saving writes it again.</source>
        <translation>{file} 已不在原处。保存会重新写入。</translation>
    </message>
    <message>
        <source>{file} was changed by somebody else since it was opened.</source>
        <translation>{file} 打开之后已被他人修改。</translation>
    </message>
</context>
<context>
    <name>ChosenExample</name>
    <message>
        <source>Draw…</source>
        <translation>手绘…</translation>
    </message>
    <message>
        <source>Draw one of your own: it is the chosen example then.</source>
        <translation>画一个您自己的样本：它就成为所选样本。</translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>End the tour</source>
        <translation>结束导览</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Skip tour</source>
        <translation>跳过导览</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} / {count}</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CodeLine</name>
    <message>
        <source>The code that is run</source>
        <translation>运行的代码</translation>
    </message>
</context>
<context>
    <name>CompareMenu</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Saved file and network</source>
        <translation>已保存的文件与当前网络</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>{count} of {rows} rows of class {true} are predicted as {predicted}</source>
        <translation>类别 {true} 的{rows}行中有{count}行被预测为 {predicted}</translation>
    </message>
    <message>
        <source>Click to see the worst of them.</source>
        <translation>点击查看其中最差的。</translation>
    </message>
</context>
<context>
    <name>Correlation</name>
    <message>
        <source>{one} and {other}: no correlation can be told, of a constant or of more than two words</source>
        <translation>{one} 与 {other}：无法给出相关系数，因为有一列恒定不变，或是超过两个类别</translation>
    </message>
    <message>
        <source>{one} and {other}: r = {value}, which tells {share} % of the variance</source>
        <translation>{one} 与 {other}：r = {value}，能解释{share} % 的方差</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>相关</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>Presenter&apos;s notes</source>
        <translation>演示者备注</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>交作业…</translation>
    </message>
    <message>
        <source>Pack lesson…</source>
        <translation>打包课程…</translation>
    </message>
    <message>
        <source>Packed lesson (*{ending})</source>
        <translation>打包的课程 (*{ending})</translation>
    </message>
    <message>
        <source>Pack lesson</source>
        <translation>打包课程</translation>
    </message>
</context>
<context>
    <name>CourseHead</name>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Lessons in</source>
        <translation>课程语言</translation>
    </message>
    <message>
        <source>Lesson, word or row (B3)</source>
        <translation>课名、词语或条目（B3）</translation>
    </message>
    <message>
        <source>Search lessons</source>
        <translation>搜索课程</translation>
    </message>
    <message>
        <source>A lesson, a word, or a row of the curriculum</source>
        <translation>课名、词语，或课程大纲的条目</translation>
    </message>
</context>
<context>
    <name>CoursePage</name>
    <message>
        <source>{what} It comes later.</source>
        <translation>{what}以后会有。</translation>
    </message>
    <message>
        <source>It builds on {row}, {title}, which is still to come.</source>
        <translation>它以{row}（{title}）为基础，这一课还没有学完。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已学完。</translation>
    </message>
    <message>
        <source>Step {place} of {count} · {title}</source>
        <translation>第{place}步，共{count}步 · {title}</translation>
    </message>
    <message>
        <source>{count} lessons, each with your hands on a real network or tensor.</source>
        <translation>{count}课，每一课都亲手操作真实的网络或张量。</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} / {count}</translation>
    </message>
    <message>
        <source>Where you were, {when}</source>
        <translation>上次学到这里，{when}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一课</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>从这里开始</translation>
    </message>
    <message>
        <source>Nothing here; {row} is {title}.</source>
        <translation>没有找到；{row}是“{title}”。</translation>
    </message>
</context>
<context>
    <name>CurveChart</name>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>{loss} at {epoch}</source>
        <translation>{epoch}：{loss}</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第{epoch}轮</translation>
    </message>
    <message>
        <source>Batch {batch}</source>
        <translation>第{batch}批</translation>
    </message>
</context>
<context>
    <name>CurvesPanel</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Loss of each batch</source>
        <translation>每批的损失</translation>
    </message>
    <message>
        <source>The newest 4,096 batches, each with the loss it was trained on. Small networks train slower meanwhile.</source>
        <translation>最近的4,096批，每批在训练时的损失。打开后小网络会训练得慢一些。</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>{weight} of what was before</source>
        <translation>保留先前的 {weight}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Mark what happened</source>
        <translation>标出发生的事</translation>
    </message>
    <message>
        <source>Where the learning rate or the network changed, or the run went on or stopped.</source>
        <translation>学习率或网络在何处改变，训练在何处继续或停止。</translation>
    </message>
    <message>
        <source>Compare runs…</source>
        <translation>比较各次训练…</translation>
    </message>
    <message>
        <source>Loss and metrics</source>
        <translation>损失与指标</translation>
    </message>
    <message>
        <source>How wrong the network is after each epoch (loss) and how good its predictions are (metrics, chosen with the training settings), on the points it learns from (the first 1,200 if they are more) in blue and on those kept for validation in orange; the ring is where the validation loss was lowest, pale curves are earlier runs, and small marks on the axis tell what happened.</source>
        <translation>每轮之后网络错得有多少（损失）、预测得有多好（指标，在训练设置中选择）：蓝色是训练样本（超过1,200个时取前1,200个），橙色是留作验证的样本；圆环是验证损失最低处，浅色曲线是以前的训练，轴上的小标记说明发生过什么。</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批</translation>
    </message>
    <message>
        <source>train loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>restored from epoch</source>
        <translation>恢复自第几轮</translation>
    </message>
    <message>
        <source>1 earlier run</source>
        <translation>以前的1次训练</translation>
    </message>
    <message>
        <source>{count} earlier runs</source>
        <translation>以前的{count}次训练</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>第{epoch}轮</translation>
    </message>
    <message>
        <source>batch {batch}</source>
        <translation>第{batch}批</translation>
    </message>
    <message>
        <source>best {loss}</source>
        <translation>最佳 {loss}</translation>
    </message>
    <message>
        <source>The lowest validation loss was {loss}, at epoch {epoch}.</source>
        <translation>最低的验证损失是 {loss}，在第{epoch}轮。</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Draw…</source>
        <translation>绘制…</translation>
    </message>
    <message>
        <source>Paint points of up to six classes, or a curve: the network learns them.</source>
        <translation>画出最多六个类别的点或一条曲线，由网络来学习。</translation>
    </message>
    <message>
        <source>Function…</source>
        <translation>函数…</translation>
    </message>
    <message>
        <source>Type z = f(x, y), y = f(x) or a boundary: the network learns it.</source>
        <translation>输入 z = f(x, y)、y = f(x) 或一条边界，由网络来学习。</translation>
    </message>
    <message>
        <source>Sequence…</source>
        <translation>序列…</translation>
    </message>
    <message>
        <source>The next value of a wave or of a table&apos;s column, an echo, parity: the network learns them.</source>
        <translation>波形或表格某列的下一个值、回声、奇偶：由网络来学。</translation>
    </message>
    <message>
        <source>Pictures…</source>
        <translation>图片…</translation>
    </message>
    <message>
        <source>A folder with a folder of pictures for each class: the network learns to tell them apart.</source>
        <translation>一个文件夹，里面每一类图片各占一个文件夹：网络学习把它们区分开。</translation>
    </message>
    <message>
        <source>A CSV file, a spreadsheet, Parquet: the network learns one of its columns.</source>
        <translation>CSV、电子表格或 Parquet 文件：网络学习其中的一列。</translation>
    </message>
    <message>
        <source>MNIST, Fashion-MNIST or CIFAR-10, from this machine or downloaded.</source>
        <translation>MNIST、Fashion-MNIST 或 CIFAR-10，用本机已有的或现在下载。</translation>
    </message>
    <message>
        <source>Table…</source>
        <translation>表格…</translation>
    </message>
    <message>
        <source>MNIST and others…</source>
        <translation>MNIST 等图片集…</translation>
    </message>
    <message>
        <source>Change the table…</source>
        <translation>更改表格…</translation>
    </message>
    <message>
        <source>Blue where y &gt;</source>
        <translation>蓝色：y &gt;</translation>
    </message>
</context>
<context>
    <name>DeviceMenu</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Faster for small networks: a batch of theirs is done before a GPU has begun.</source>
        <translation>适合小网络：GPU 还没启动，一批就已经算完了。</translation>
    </message>
    <message>
        <source>Faster for large networks, such as convolutions over many pictures.</source>
        <translation>适合大网络，例如对大量图像做卷积。</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Click a view first, then F11 shows it over the whole screen.</source>
        <translation>先点击一个视图，再按 F11 可将它全屏显示。</translation>
    </message>
</context>
<context>
    <name>DrawingPlane</name>
    <message>
        <source>The plane that you paint on</source>
        <translation>作画的平面</translation>
    </message>
    <message>
        <source>Arrow keys move a cross, with Shift farther; Space paints there with the chosen tool.</source>
        <translation>方向键移动十字，按住 Shift 移得更远；空格键用所选工具在该处作画。</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Your picture</source>
        <translation>您的图</translation>
    </message>
    <message>
        <source>Your sequence</source>
        <translation>您的序列</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>图像{number}</translation>
    </message>
    <message>
        <source>Sequence {number}</source>
        <translation>序列{number}</translation>
    </message>
    <message>
        <source>a {true}</source>
        <translation>{true}</translation>
    </message>
    <message>
        <source>read as {guessed}</source>
        <translation>识别为 {guessed}</translation>
    </message>
    <message>
        <source>a {true}, read right</source>
        <translation>{true}，识别正确</translation>
    </message>
    <message>
        <source>a {true}, read as {guessed}</source>
        <translation>{true}，识别为 {guessed}</translation>
    </message>
    <message>
        <source>all {count} right</source>
        <translation>{count}张全对</translation>
    </message>
    <message>
        <source>{wrong} of {count} wrong</source>
        <translation>{count}张中{wrong}张错误</translation>
    </message>
    <message>
        <source>your picture</source>
        <translation>您的图像</translation>
    </message>
    <message>
        <source>your sequence</source>
        <translation>您的序列</translation>
    </message>
    <message>
        <source>picture {number}: a {true}</source>
        <translation>图像{number}：{true}</translation>
    </message>
    <message>
        <source>sequence {number}: a {true}</source>
        <translation>序列{number}：{true}</translation>
    </message>
    <message>
        <source>reads {guessed}</source>
        <translation>识别为 {guessed}</translation>
    </message>
    <message>
        <source>reads {guessed}, right</source>
        <translation>识别为 {guessed}，正确</translation>
    </message>
    <message>
        <source>reads {guessed}, is a {true}</source>
        <translation>识别为 {guessed}，应为 {true}</translation>
    </message>
</context>
<context>
    <name>ExperimentPage</name>
    <message>
        <source>Filter: loss&lt;0.2 units=8 diverged</source>
        <translation>筛选：loss&lt;0.2 units=8 diverged</translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation>筛选运行</translation>
    </message>
    <message>
        <source>Choose what varies, then Start: every run becomes a row here.</source>
        <translation>先选择要改变的设置，再点“开始”：每次运行会成为这里的一行。</translation>
    </message>
    <message>
        <source>{count} runs, {done} done</source>
        <translation>共{count}次运行，完成{done}次</translation>
    </message>
    <message>
        <source>1 run, {done} done</source>
        <translation>共1次运行，已完成{done}次</translation>
    </message>
    <message>
        <source>, {count} broke</source>
        <translation>，{count}次中断</translation>
    </message>
    <message>
        <source>, {count} shown</source>
        <translation>，显示{count}次</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组依据</translation>
    </message>
    <message>
        <source>Runs with the same value stand together, with mean and spread.</source>
        <translation>取值相同的运行放在一起，并给出平均值和离散程度。</translation>
    </message>
</context>
<context>
    <name>Experimenting</name>
    <message>
        <source>Experiment…</source>
        <translation>实验…</translation>
    </message>
    <message>
        <source>The experiment stopped: {why}. Start goes on from there.</source>
        <translation>实验已停止：{why}。点“开始”可从那里继续。</translation>
    </message>
    <message>
        <source>Run {number} is read…</source>
        <translation>正在读取运行{number}……</translation>
    </message>
    <message>
        <source>Run {number} is on the canvas.</source>
        <translation>运行{number}已放到画布上。</translation>
    </message>
    <message>
        <source>Its weights are not kept on this computer: Play trains it again.</source>
        <translation>本机没有保留它的权值：按播放可重新训练。</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>运行{number}</translation>
    </message>
    <message>
        <source>There is room for two rivals; remove one first.</source>
        <translation>最多两个对手；请先移除一个。</translation>
    </message>
    <message>
        <source>Rivals share the data of the project, and this run has others.</source>
        <translation>对手与项目共用数据，而这次运行用的是别的数据。</translation>
    </message>
    <message>
        <source>Run {number} is a rival now: see it in Side by side.</source>
        <translation>运行{number}现在是对手：可在“并排比较”中查看。</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>{file} was written.</source>
        <translation>已写入 {file}。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>needs pip install neuroplayground[export]</source>
        <translation>需要 pip install neuroplayground[export]</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <source>{time}: {proof}</source>
        <translation>{time}：{proof}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>not deleted: it is another file by now</source>
        <translation>没有删除：那里现在是另一个文件</translation>
    </message>
    <message>
        <source>Export {count}</source>
        <translation>导出{count}个</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>导出到哪里</translation>
    </message>
    <message>
        <source>to {folder}</source>
        <translation>到 {folder}</translation>
    </message>
    <message>
        <source>waiting its turn</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>{done} of {total} written</source>
        <translation>已写好 {done} / {total}</translation>
    </message>
    <message>
        <source>being written</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>written</source>
        <translation>已写好</translation>
    </message>
    <message>
        <source>written; being loaded back</source>
        <translation>已写好，正在读回核对</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>未写入</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Loading {file}…</source>
        <translation>正在加载 {file}…</translation>
    </message>
    <message>
        <source>{file} written.</source>
        <translation>已写入 {file}。</translation>
    </message>
</context>
<context>
    <name>Factors</name>
    <message>
        <source>tape {value}</source>
        <translation>梯度带 {value}</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手算</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source> (best)</source>
        <translation>（最佳）</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>as Dask&apos;s configuration says</source>
        <translation>以 Dask 的配置为准</translation>
    </message>
    <message>
        <source>Choose a file: {title}</source>
        <translation>选择文件：{title}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>{file} cannot be opened.</source>
        <translation>无法打开 {file}。</translation>
    </message>
    <message>
        <source>The link cannot be opened.</source>
        <translation>无法打开这个链接。</translation>
    </message>
    <message>
        <source>{name} was opened without its data.</source>
        <translation>已打开 {name}，但没有它的数据。</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Replace {file}?</source>
        <translation>替换 {file}？</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>已有同名文件。</translation>
    </message>
    <message>
        <source>{file} could not be saved.</source>
        <translation>无法保存 {file}。</translation>
    </message>
    <message>
        <source>It is of another network.</source>
        <translation>那是另一个网络学到的。</translation>
    </message>
    <message>
        <source>Networks of Keras and ONNX ({endings})</source>
        <translation>Keras 与 ONNX 网络（{endings}）</translation>
    </message>
    <message>
        <source>All that can be opened ({endings})</source>
        <translation>所有可打开的文件（{endings}）</translation>
    </message>
    <message>
        <source>{name} was opened without what it had learned.</source>
        <translation>已打开“{name}”，但没有载入它学到的内容。</translation>
    </message>
    <message>
        <source>Save without training</source>
        <translation>保存（不含训练结果）</translation>
    </message>
    <message>
        <source>A file holds at most 64 MB of it. Export the network to keep its weights.</source>
        <translation>一个文件最多容纳64 MB 的训练结果。要保留权值，请导出网络。</translation>
    </message>
    <message>
        <source>The training engine does not answer.</source>
        <translation>训练引擎没有响应。</translation>
    </message>
    <message>
        <source>{file} was saved without what was learned.</source>
        <translation>{file} 已保存，但不含学到的内容。</translation>
    </message>
    <message>
        <source>{file} was changed by somebody else since it was opened.</source>
        <translation>{file} 打开之后已被他人修改。</translation>
    </message>
    <message>
        <source>Replacing it loses what they wrote.</source>
        <translation>替换后，对方写入的内容将会丢失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Reload {file}?</source>
        <translation>重新载入 {file}？</translation>
    </message>
    <message>
        <source>Your changes since it was saved are lost.</source>
        <translation>上次保存之后的修改将会丢失。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>保存对 {name} 的修改？</translation>
    </message>
    <message>
        <source>Forget {count} runs?</source>
        <translation>清除{count}次运行？</translation>
    </message>
    <message>
        <source>They would have to be trained again.</source>
        <translation>它们需要重新训练。</translation>
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation>未保存的修改将会丢失。</translation>
    </message>
    <message>
        <source>Save what {name} has learned?</source>
        <translation>要保存“{name}”学到的内容吗？</translation>
    </message>
    <message>
        <source>It was trained for {minutes} min, which would be lost.</source>
        <translation>已训练{minutes}分钟，不保存就会丢失。</translation>
    </message>
    <message>
        <source>{title} (*{ending})</source>
        <translation>{title} (*{ending})</translation>
    </message>
    <message>
        <source>Saved networks (*.keras *.weights.h5 saved_model.pb)</source>
        <translation>已保存的网络 (*.keras *.weights.h5 saved_model.pb)</translation>
    </message>
    <message>
        <source>Compare with a saved file</source>
        <translation>与已保存的文件比较</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Playground</translation>
    </message>
    <message>
        <source>{file} could not be written.</source>
        <translation>无法写入 {file}。</translation>
    </message>
    <message>
        <source>Playground projects (*{ending})</source>
        <translation>Playground 项目 (*{ending})</translation>
    </message>
</context>
<context>
    <name>FilmDialog</name>
    <message>
        <source>Save the run as a film</source>
        <translation>把训练过程存为影片</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}秒</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>MP4 视频</translation>
    </message>
    <message>
        <source>GIF, for slides and pages</source>
        <translation>GIF，用于幻灯片和网页</translation>
    </message>
    <message>
        <source>Every kept moment of the run is shown once more and filmed.</source>
        <translation>训练中保留下来的每个时刻都会再放映一遍并录下来。</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>What is seen in the film</source>
        <translation>影片里看到什么</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>How long the whole run takes in the film</source>
        <translation>整个训练过程在影片里有多长</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>MP4 is smaller, GIF plays everywhere</source>
        <translation>MP4 文件更小，GIF 到处都能播放</translation>
    </message>
</context>
<context>
    <name>FilmProgress</name>
    <message>
        <source>Save the run as a film</source>
        <translation>把训练过程存为影片</translation>
    </message>
    <message>
        <source>Filming the run…</source>
        <translation>正在录制…</translation>
    </message>
</context>
<context>
    <name>Filming</name>
    <message>
        <source>The whole window</source>
        <translation>整个窗口</translation>
    </message>
    <message>
        <source>Save the run as a film</source>
        <translation>把训练过程存为影片</translation>
    </message>
</context>
<context>
    <name>Finishing</name>
    <message>
        <source>Leave without it</source>
        <translation>不等了，直接退出</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Finishing {file}…</source>
        <translation>正在完成 {file}…</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Build a way from Data to Output:</source>
        <translation>搭一条从数据到输出的路：</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>添加层</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>交作业…</translation>
    </message>
    <message>
        <source>The step before (Alt+←)</source>
        <translation>回到上一步（Alt+←）</translation>
    </message>
    <message>
        <source>Go on without the goals</source>
        <translation>不完成目标也继续</translation>
    </message>
    <message>
        <source>Write what you have done in this lesson into a file for your teacher</source>
        <translation>把您在这一课里做的写成一个文件，交给老师</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>The end of the lesson</source>
        <translation>结束这一课</translation>
    </message>
    <message>
        <source>The next step (Alt+→)</source>
        <translation>进入下一步（Alt+→）</translation>
    </message>
    <message>
        <source>It will learn</source>
        <translation>将要学习</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Reading… {share} %</source>
        <translation>正在读取… {share} %</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>Select a layer first.</source>
        <translation>请先选择一个层。</translation>
    </message>
    <message>
        <source>Only dense layers and small data have neurons to show.</source>
        <translation>只有 Dense 层和小数据才有神经元可显示。</translation>
    </message>
    <message>
        <source>Show neurons</source>
        <translation>显示神经元</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
</context>
<context>
    <name>FormsTable</name>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>{form}: nothing gained, no smaller than float32</source>
        <translation>{form}：没有收益，不比 float32 小</translation>
    </message>
</context>
<context>
    <name>FormulaBlock</name>
    <message>
        <source>Copy as LaTeX</source>
        <translation>复制为 LaTeX</translation>
    </message>
</context>
<context>
    <name>GalleryCard</name>
    <message>
        <source>Pictures</source>
        <translation>图片数</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>用这些图片</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>{size} to download.</source>
        <translation>需下载 {size}。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Stopped; what has come is kept, and Download goes on from there.</source>
        <translation>已停止；已下载的部分保留着，再点“下载”会从那里继续。</translation>
    </message>
    <message>
        <source>{done} of {size}</source>
        <translation>{done} / {size}</translation>
    </message>
</context>
<context>
    <name>GoOn</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>GoalList</name>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} / {all}</translation>
    </message>
</context>
<context>
    <name>GoalRow</name>
    <message>
        <source>now {number}</source>
        <translation>现在{number}</translation>
    </message>
</context>
<context>
    <name>GradientTable</name>
    <message>
        <source>All gradients</source>
        <translation>全部梯度</translation>
    </message>
</context>
<context>
    <name>Gradients</name>
    <message>
        <source>Weight</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>∂L/∂w by hand</source>
        <translation>手算 ∂L/∂w</translation>
    </message>
    <message>
        <source>by the tape</source>
        <translation>梯度带</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>相差</translation>
    </message>
</context>
<context>
    <name>GroupForm</name>
    <message>
        <source>Ungroup</source>
        <translation>取消组合</translation>
    </message>
    <message>
        <source>Its layers stay, each on its own</source>
        <translation>其中的层留下，各自独立</translation>
    </message>
    <message>
        <source>Save as own layer</source>
        <translation>存为自定义层</translation>
    </message>
    <message>
        <source>Find it in the palette of every project</source>
        <translation>在每个项目的层列表里都能找到它</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show its layers</source>
        <translation>显示其中的层</translation>
    </message>
    <message>
        <source>Show it as one card</source>
        <translation>显示为一张卡片</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>还有{count}个。</translation>
    </message>
</context>
<context>
    <name>Grouping</name>
    <message>
        <source>Group with the layers between</source>
        <translation>与中间的层一起组合</translation>
    </message>
    <message>
        <source>Select a group first.</source>
        <translation>请先选择一个组。</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>取消组合</translation>
    </message>
    <message>
        <source>Select one group to save it.</source>
        <translation>请选择一个组再保存。</translation>
    </message>
    <message>
        <source>Give the group a name first; then save it.</source>
        <translation>请先给组起个名字，再保存。</translation>
    </message>
    <message>
        <source>Keep both: the new one as “{name}”</source>
        <translation>两个都保留：新的叫“{name}”</translation>
    </message>
    <message>
        <source>“{name}” could not be saved: {reason}</source>
        <translation>无法保存“{name}”：{reason}</translation>
    </message>
    <message>
        <source>“{name}” is among your own layers now.</source>
        <translation>“{name}”已加入自定义层。</translation>
    </message>
    <message>
        <source>The old “{name}” was replaced.</source>
        <translation>旧的“{name}”已被替换。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>Open or close group</source>
        <translation>打开或关闭组</translation>
    </message>
    <message>
        <source>Leave group</source>
        <translation>离开组</translation>
    </message>
    <message>
        <source>Save as own layer</source>
        <translation>存为自定义层</translation>
    </message>
</context>
<context>
    <name>Guesses</name>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Column names</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>What means missing</source>
        <translation>哪些词表示缺失</translation>
    </message>
    <message>
        <source>+ word</source>
        <translation>+ 词</translation>
    </message>
    <message>
        <source>Another word that means missing</source>
        <translation>另一个表示缺失的词</translation>
    </message>
    <message>
        <source>Only the marked words; others stay what they are.</source>
        <translation>只有选中的词算缺失，其余保持原样。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Which format for what?</source>
        <translation>哪种格式用来做什么？</translation>
    </message>
    <message>
        <source>I want to</source>
        <translation>我想</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>选用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>HandingIn</name>
    <message>
        <source>Your name, as your teacher knows it</source>
        <translation>你的姓名（老师认得的写法）</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>交作业</translation>
    </message>
    <message>
        <source>Page (*{ending})</source>
        <translation>网页 (*{ending})</translation>
    </message>
    <message>
        <source>{file} can be handed in now.</source>
        <translation>{file} 已写好，可以交了。</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>A row of the curriculum: what else shows it</source>
        <translation>课程大纲中的一行：看看还有哪里讲到它</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}分钟</translation>
    </message>
    <message>
        <source>Step {step} of {all}</source>
        <translation>第{step}步，共{all}步</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>A heat map needs two settings that vary.</source>
        <translation>热力图需要两个变化的设置。</translation>
    </message>
    <message>
        <source>Two settings that vary stand against each other here once runs are done.</source>
        <translation>有运行完成后，这里按两个变化的设置列出结果。</translation>
    </message>
    <message>
        <source>mean over {others}</source>
        <translation>对{others}取平均</translation>
    </message>
    <message>
        <source>none of {count}</source>
        <translation>{count}次均无结果</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{count}次中的{n}次</translation>
    </message>
</context>
<context>
    <name>HeldRows</name>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Put the other inputs back to their mean over the train points.</source>
        <translation>把其他输入恢复为训练样本上的均值。</translation>
    </message>
    <message>
        <source>Where this input is held while the two axes vary.</source>
        <translation>两条轴变化时，这个输入固定在哪里。</translation>
    </message>
    <message>
        <source>{count} other inputs, held at their mean</source>
        <translation>另有{count}个输入，固定为均值</translation>
    </message>
    <message>
        <source>The {offered} that vary most can be moved; the rest stay at their mean.</source>
        <translation>可以调节变化最大的{offered}个，其余保持均值。</translation>
    </message>
</context>
<context>
    <name>Hiding</name>
    <message>
        <source>Return to it</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Your own network is kept aside.</source>
        <translation>您自己的网络已放在一边。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of what is hidden</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Hidden by this lesson: {names}.</source>
        <translation>本课隐藏了：{names}。</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>{count} numbers: mean {mean}, standard deviation {deviation}</source>
        <translation>{count}个数：均值{mean}，标准差{deviation}</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Undo: {edit}</source>
        <translation>撤销：{edit}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo: {edit}</source>
        <translation>重做：{edit}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>Hover</name>
    <message>
        <source>Expand (E)</source>
        <translation>展开 (E)</translation>
    </message>
    <message>
        <source>Collapse (E)</source>
        <translation>折叠 (E)</translation>
    </message>
    <message>
        <source>Show neurons (E)</source>
        <translation>显示神经元 (E)</translation>
    </message>
</context>
<context>
    <name>InputForm</name>
    <message>
        <source>Add {name}</source>
        <translation>添加 {name}</translation>
    </message>
    <message>
        <source>Other numbers</source>
        <translation>换一组数</translation>
    </message>
    <message>
        <source>Paste a list</source>
        <translation>粘贴列表</translation>
    </message>
    <message>
        <source>From the clipboard: [[1, 2], [3, 4]], or rows as a spreadsheet copies them</source>
        <translation>从剪贴板粘贴：[[1, 2], [3, 4]]，或电子表格里复制的若干行</translation>
    </message>
    <message>
        <source>Shape and kind of {name}</source>
        <translation>{name} 的形状与类型</translation>
    </message>
    <message>
        <source>Make the last axis of {name} longer</source>
        <translation>把 {name} 的最后一个轴加长1</translation>
    </message>
    <message>
        <source>Make the last axis of {name} shorter</source>
        <translation>把 {name} 的最后一个轴缩短1</translation>
    </message>
    <message>
        <source>Shape of {name}</source>
        <translation>{name} 的形状</translation>
    </message>
    <message>
        <source>A shape such as [2, 3]; lists inside a list are taken for the cells themselves</source>
        <translation>形状，如 [2, 3]；列表里还有列表，就当作元素本身</translation>
    </message>
    <message>
        <source>Kind of numbers of {name}</source>
        <translation>{name} 的数字类型</translation>
    </message>
    <message>
        <source>as typed</source>
        <translation>按输入</translation>
    </message>
</context>
<context>
    <name>InputRows</name>
    <message>
        <source>{count} more inputs</source>
        <translation>另外{count}个输入</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Unsaved work cannot be kept against a crash: {why}. Save your work yourself.</source>
        <translation>未保存的内容无法记入日志，崩溃时会丢失：{why}。请自行保存。</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>The settings were damaged. What could not be read of them is as at first.</source>
        <translation>设置文件已损坏，读不出的设置恢复为初始值。</translation>
    </message>
    <message>
        <source>The last start did not get as far as its window, so everything stands as at first.</source>
        <translation>上次启动没能显示出窗口，因此这次的布局恢复为初始状态。</translation>
    </message>
</context>
<context>
    <name>KeyCommands</name>
    <message>
        <source>Only a layer has neurons and weights: select one.</source>
        <translation>只有层才有神经元和权值：请选中一个层。</translation>
    </message>
</context>
<context>
    <name>KeyConnectGesture</name>
    <message>
        <source>No layer can take a connection from here.</source>
        <translation>这里连不到任何层。</translation>
    </message>
    <message>
        <source>Connect to {name}: Enter. Another: arrows or its name. Esc gives up.</source>
        <translation>按回车连接到 {name}。换一个：方向键或输入名称。Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>KeyPointGesture</name>
    <message>
        <source>Point at {name}: Enter. Another: arrows or its name. Esc gives up.</source>
        <translation>按回车指向 {name}。换一个：方向键或输入名称。Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>KnownPictures</name>
    <message>
        <source>Known picture sets</source>
        <translation>常用图片数据集</translation>
    </message>
    <message>
        <source>Copies lie in {folder}, where Keras keeps and finds them too. The project names them only.</source>
        <translation>文件放在 {folder}，Keras 也在那里存取。项目里只记名称，不存图片。</translation>
    </message>
</context>
<context>
    <name>Lab</name>
    <message>
        <source>Break it</source>
        <translation>试试出错</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Taken for a shape: {shape}. Cells are pasted: Paste a list, or Ctrl+V on {name}.</source>
        <translation>按形状读取：{shape}。要换元素本身，请用“粘贴列表”，或在 {name} 上按 Ctrl+V。</translation>
    </message>
    <message>
        <source>The clipboard is empty. Copy a list first, such as [[1, 2], [3, 4]].</source>
        <translation>剪贴板是空的。请先复制一个列表，如 [[1, 2], [3, 4]]。</translation>
    </message>
    <message>
        <source>Copied, with its imports.</source>
        <translation>已复制，含 import。</translation>
    </message>
    <message>
        <source>TensorFlow is loading…</source>
        <translation>正在加载 TensorFlow……</translation>
    </message>
</context>
<context>
    <name>LabBeside</name>
    <message>
        <source>Alone in the window</source>
        <translation>独占窗口</translation>
    </message>
    <message>
        <source>Close the lab</source>
        <translation>关闭实验室</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>实验室</translation>
    </message>
</context>
<context>
    <name>LabSurface</name>
    <message>
        <source>The result as a landscape</source>
        <translation>结果的三维曲面</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>The language of the lesson alone</source>
        <translation>只改变课程的语言</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Language of the lessons</source>
        <translation>课程的语言</translation>
    </message>
    <message>
        <source>The lessons in {language}</source>
        <translation>用{language}显示课程</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rename this layer</source>
        <translation>重命名此层</translation>
    </message>
    <message>
        <source>Gets {shape}</source>
        <translation>输入形状 {shape}</translation>
    </message>
    <message>
        <source>{count} layers selected</source>
        <translation>已选择{count}层</translation>
    </message>
    <message>
        <source>Select layers of one kind to change them together.</source>
        <translation>选择同一种层，就能一起修改。</translation>
    </message>
</context>
<context>
    <name>LayerStrips</name>
    <message>
        <source>What every layer makes of it</source>
        <translation>每一层把它变成了什么</translation>
    </message>
    <message>
        <source>{layer}, feature {number}, step {step}: {value}</source>
        <translation>{layer}，特征{number}，第{step}步：{value}</translation>
    </message>
    <message>
        <source>{layer}, channel {number}, row {row}, column {column}: {value}</source>
        <translation>{layer}，通道{number}，第{row}行第{column}列：{value}</translation>
    </message>
</context>
<context>
    <name>LayerTree</name>
    <message>
        <source>Own layers</source>
        <translation>自定义层</translation>
    </message>
    <message>
        <source>In this project: {layers}</source>
        <translation>本项目中：{layers}</translation>
    </message>
    <message>
        <source>Remove from own layers</source>
        <translation>从自定义层中移除</translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message>
        <source>All lessons</source>
        <translation>全部课程</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} / {count}</translation>
    </message>
    <message>
        <source>{count} lessons</source>
        <translation>{count}课</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>下一课：{title}</translation>
    </message>
    <message>
        <source>First: {title}</source>
        <translation>第一课：{title}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>Lengths</name>
    <message>
        <source>The same length, cut in two ways</source>
        <translation>同一段长度，两种切法</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>entropy + KL</source>
        <translation>熵 + KL</translation>
    </message>
    <message>
        <source>entropy of p</source>
        <translation>p 的熵</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>nats (Keras, ln)</source>
        <translation>奈特（Keras，ln）</translation>
    </message>
    <message>
        <source>bits (log₂), × 0.6931</source>
        <translation>比特（log₂），× 0.6931</translation>
    </message>
</context>
<context>
    <name>LessonCard</name>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>交作业…</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>第{line}行</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}分钟</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>This lesson is written in one language only.</source>
        <translation>这一课只有一种语言的版本。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有{count}处</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Open lesson…</source>
        <translation>打开课程…</translation>
    </message>
    <message>
        <source>New lesson from this network…</source>
        <translation>用这个网络新建课程…</translation>
    </message>
    <message>
        <source>Close lesson</source>
        <translation>关闭课程</translation>
    </message>
    <message>
        <source>Explain this control</source>
        <translation>讲解这个控件</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Keras</source>
        <translation>Keras</translation>
    </message>
    <message>
        <source>My lessons</source>
        <translation>我的课程</translation>
    </message>
    <message>
        <source>Lessons (*{text} *{packed})</source>
        <translation>课程 (*{text} *{packed})</translation>
    </message>
    <message>
        <source>Open lesson</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>Lessons (*{text})</source>
        <translation>课程 (*{text})</translation>
    </message>
    <message>
        <source>My lesson</source>
        <translation>我的课程</translation>
    </message>
    <message>
        <source>New lesson from this network</source>
        <translation>用这个网络新建课程</translation>
    </message>
    <message>
        <source>No lesson explains this control yet.</source>
        <translation>还没有课程讲到这个控件。</translation>
    </message>
</context>
<context>
    <name>LineView</name>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>true value</source>
        <translation>真实值</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Paste a link of TensorFlow Playground, or its part from # on.</source>
        <translation>粘贴 TensorFlow Playground 的链接，或其中 # 之后的部分。</translation>
    </message>
</context>
<context>
    <name>LossLandscapePanel</name>
    <message>
        <source>Random directions</source>
        <translation>随机方向</translation>
    </message>
    <message>
        <source>The run&apos;s directions</source>
        <translation>训练的方向</translation>
    </message>
    <message>
        <source>Random: two drawn directions, each unit&apos;s part as long as its weights. The run&apos;s: the two along which the weights of this run have moved most.</source>
        <translation>随机：抽取两个方向，每个神经元的分量与它的权值一样长。训练的方向：这次训练中权值移动最多的两个方向。</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>How many points are worked out: more are finer and take longer</source>
        <translation>计算多少个点：越多越细，也越久</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Share worked out</source>
        <translation>已计算的比例</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>损失地形</translation>
    </message>
    <message>
        <source>The train loss (dark is low, bright is high, logarithmic; of at most 1,200 rows) if all weights moved along two directions at once, right and up; the star is the network at the epoch named, the white line the way that training took.</source>
        <translation>所有权值同时沿两个方向（右和上）移动时的训练损失（深色低，亮色高，对数；最多用1,200行计算）；星号是所标那一轮的网络，白线是训练走过的路。</translation>
    </message>
    <message>
        <source>The run has not moved in two directions yet: train a little, then try again.</source>
        <translation>训练还没有在两个方向上移动过：先训练一会儿再试。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Work out</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>How does the loss look around the weights that are shown? Training may go on meanwhile.</source>
        <translation>当前权值周围的损失是什么样子？计算时训练可以继续。</translation>
    </message>
    <message>
        <source>Loss from {low} to {high}</source>
        <translation>损失从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>first direction</source>
        <translation>第一方向</translation>
    </message>
    <message>
        <source>second direction</source>
        <translation>第二方向</translation>
    </message>
    <message>
        <source>log₁₀ loss</source>
        <translation>log₁₀ 损失</translation>
    </message>
    <message>
        <source>3D needs OpenGL, which this system does not offer.</source>
        <translation>三维显示需要 OpenGL，此系统没有提供。</translation>
    </message>
    <message>
        <source>The landscape is drawn by the graphics card, which knows no lines.</source>
        <translation>地形由显卡绘制，显卡不会画线条。</translation>
    </message>
    <message>
        <source>loss {loss} at epoch {epoch}</source>
        <translation>第{epoch}轮的损失 {loss}</translation>
    </message>
    <message>
        <source>loss {loss} at ({x}, {y})</source>
        <translation>({x}, {y}) 处的损失 {loss}</translation>
    </message>
    <message>
        <source>train loss</source>
        <translation>训练损失</translation>
    </message>
</context>
<context>
    <name>LossSide</name>
    <message>
        <source>Amber: wrong, but TensorFlow gives no error.</source>
        <translation>琥珀色：结果是错的，但 TensorFlow 不报错。</translation>
    </message>
    <message>
        <source>Follow the chosen example</source>
        <translation>跟踪选中的样本</translation>
    </message>
    <message>
        <source>Entropy of p</source>
        <translation>p 的熵</translation>
    </message>
    <message>
        <source>KL from p to q</source>
        <translation>p 到 q 的 KL</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手算</translation>
    </message>
    <message>
        <source>Keras</source>
        <translation>Keras</translation>
    </message>
    <message>
        <source>Gradient by the tape</source>
        <translation>梯度带给出的梯度</translation>
    </message>
    <message>
        <source>Softmax layer</source>
        <translation>Softmax 层</translation>
    </message>
    <message>
        <source>softmax function</source>
        <translation>softmax 函数</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>On your network</source>
        <translation>在你的网络上</translation>
    </message>
    <message>
        <source>Its loss, with target and prediction as they are now, while it trains too.</source>
        <translation>该样本此刻的目标、预测与损失；训练时随之变化。</translation>
    </message>
    <message>
        <source>Your network has more outputs than there is room for here.</source>
        <translation>你的网络输出太多，这里放不下。</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>奈特</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相等</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>By hand it is what from_logits=True gives. Keras was not told, and gives no error.</source>
        <translation>手算的是 from_logits=True 时的值。没有告诉 Keras，它也不报错。</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>not equal</source>
        <translation>不相等</translation>
    </message>
    <message>
        <source>To 0.000001: Keras counts in float32, by hand it is float64.</source>
        <translation>精确到0.000001：Keras 用 float32 计算，手算用 float64。</translation>
    </message>
    <message>
        <source>another</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Where a prediction lies outside Keras&apos;s limits it is held there, and no gradient comes through.</source>
        <translation>预测值超出 Keras 的界限时被固定在界限上，梯度传不过去。</translation>
    </message>
</context>
<context>
    <name>LossSurface</name>
    <message>
        <source>Loss as a landscape</source>
        <translation>损失地形图</translation>
    </message>
</context>
<context>
    <name>LossesLab</name>
    <message>
        <source>nats</source>
        <translation>奈特</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>one class</source>
        <translation>一个类别</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>分散</translation>
    </message>
    <message>
        <source>Prediction as</source>
        <translation>预测值是</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Copy the script</source>
        <translation>复制脚本</translation>
    </message>
    <message>
        <source>The call as a program that runs alone</source>
        <translation>这次调用，写成可独立运行的程序</translation>
    </message>
    <message>
        <source>The code that is run</source>
        <translation>实际运行的代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>TensorFlow is loading…</source>
        <translation>正在加载 TensorFlow……</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show hidden controls</source>
        <translation>显示隐藏的控件</translation>
    </message>
    <message>
        <source>The link is on the clipboard.</source>
        <translation>链接已复制到剪贴板。</translation>
    </message>
    <message>
        <source>{name}[*] – Playground</source>
        <translation>{name}[*] – Playground</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>even</source>
        <translation>偶数</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>奇数</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>手绘</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Map of</source>
        <translation>映射对象</translation>
    </message>
    <message>
        <source>What the map is made of: the inputs, or what a layer makes of them. Its two directions are those in which these values vary most (principal components).</source>
        <translation>由什么映射而成：输入，或某一层的输出。两个方向是这些值变化最大的方向（主成分）。</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>all {count}, {share} of the variance</source>
        <translation>全部{count}个，占方差的 {share}</translation>
    </message>
</context>
<context>
    <name>MarkedChart</name>
    <message>
        <source>Epoch {epoch}: {event}</source>
        <translation>第{epoch}轮：{event}</translation>
    </message>
    <message>
        <source>{count} earlier ones</source>
        <translation>更早的{count}个</translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message>
        <source>‹ All layers</source>
        <translation>‹ 所有层</translation>
    </message>
    <message>
        <source>Array of weights</source>
        <translation>权值数组</translation>
    </message>
    <message>
        <source>Point at a weight for its value.</source>
        <translation>指向一个权值可读出它的值。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open recent</source>
        <translation>打开最近的文件</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示模式</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open link…</source>
        <translation>打开链接…</translation>
    </message>
    <message>
        <source>Open example</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save without training…</source>
        <translation>保存（不含训练结果）…</translation>
    </message>
    <message>
        <source>Copy as TensorFlow Playground link</source>
        <translation>复制为 TensorFlow Playground 链接</translation>
    </message>
    <message>
        <source>Several at once…</source>
        <translation>一次导出多个…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Compare a saved file with this network…</source>
        <translation>将已保存的文件与当前网络比较…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Freeze or unfreeze</source>
        <translation>冻结或解冻</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete and join the gap</source>
        <translation>删除并接上缺口</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>排列(&amp;A)</translation>
    </message>
    <message>
        <source>Colour of the group</source>
        <translation>组的颜色</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>Open table…</source>
        <translation>打开表格…</translation>
    </message>
    <message>
        <source>Paste table</source>
        <translation>粘贴表格</translation>
    </message>
    <message>
        <source>Change the table…</source>
        <translation>更改表格…</translation>
    </message>
    <message>
        <source>Open pictures…</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>MNIST and others…</source>
        <translation>MNIST 等图片集…</translation>
    </message>
    <message>
        <source>Draw data…</source>
        <translation>绘制数据…</translation>
    </message>
    <message>
        <source>Type a function…</source>
        <translation>输入函数…</translation>
    </message>
    <message>
        <source>Make sequences…</source>
        <translation>生成序列…</translation>
    </message>
    <message>
        <source>Open example table</source>
        <translation>打开示例表格</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Zoom to fit</source>
        <translation>缩放到全部</translation>
    </message>
    <message>
        <source>Zoom to selection</source>
        <translation>缩放到所选</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>原始大小</translation>
    </message>
    <message>
        <source>Go to the canvas</source>
        <translation>转到画布</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>各视图</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>恢复布局</translation>
    </message>
    <message>
        <source>View over the whole screen</source>
        <translation>视图全屏显示</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>开始或暂停</translation>
    </message>
    <message>
        <source>Step one batch</source>
        <translation>训练一批</translation>
    </message>
    <message>
        <source>Step one epoch</source>
        <translation>训练一轮</translation>
    </message>
    <message>
        <source>Train for…</source>
        <translation>训练若干轮…</translation>
    </message>
    <message>
        <source>Go to the best epoch</source>
        <translation>回到最佳一轮</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎页</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>报告问题…</translation>
    </message>
    <message>
        <source>About Playground</source>
        <translation>关于 Playground</translation>
    </message>
</context>
<context>
    <name>MetersPanel</name>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Another metric of Keras, new</source>
        <translation>换一个新的 Keras 指标</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>update_state: what is typed is added to what the metric knows (Enter)</source>
        <translation>update_state：把输入的数计入指标（Enter）</translation>
    </message>
    <message>
        <source>reset_state: the metric forgets all it was given</source>
        <translation>reset_state：清除指标已累计的全部内容</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动输入</translation>
    </message>
    <message>
        <source>On the running network</source>
        <translation>用于正在训练的网络</translation>
    </message>
    <message>
        <source>The lines of Keras that were run</source>
        <translation>实际运行的 Keras 代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>指标演示</translation>
    </message>
    <message>
        <source>A metric of Keras: made, updated with numbers that you type, asked for its result, and reset. The boxes are its own variables. Beside it the same metric on the running network, reset as each epoch begins: labels against what the network gives now; Mean and Sum of each batch&apos;s loss.</source>
        <translation>一个 Keras 指标的四步：创建、用输入的数更新、读取结果、重置。方框中是指标自身的变量。旁边是用于训练中网络的同一个指标，每轮开始时重置：比较标签与网络当前的输出；Mean 和 Sum 统计每批的损失。</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>A number, or several: 2, or 4, 6, or [[0.7, 0.3], [0.6, 0.4]]</source>
        <translation>一个或多个数：2，或 4, 6，或 [[0.7, 0.3], [0.6, 0.4]]</translation>
    </message>
    <message>
        <source>These are many steps. Reset begins a new list of them.</source>
        <translation>步骤已经很多，点击“重置”可重新开始。</translation>
    </message>
    <message>
        <source>{labels} labels and {predictions} predictions: there must be as many of both.</source>
        <translation>有 {labels} 个标签和 {predictions} 个预测：两者个数必须相同。</translation>
    </message>
    <message>
        <source>Keras does not take these: {words}</source>
        <translation>Keras 不接受这些数：{words}</translation>
    </message>
    <message>
        <source>TensorFlow is loading, or busy…</source>
        <translation>TensorFlow 正在加载或忙碌中…</translation>
    </message>
    <message>
        <source>updated once</source>
        <translation>已更新1次</translation>
    </message>
    <message>
        <source>updated {count} times</source>
        <translation>已更新{count}次</translation>
    </message>
    <message>
        <source>{metric} does not suit this data.</source>
        <translation>{metric} 不适用于当前数据。</translation>
    </message>
    <message>
        <source>reset: no batch of an epoch yet</source>
        <translation>已重置：本轮还没有训练任何一批</translation>
    </message>
    <message>
        <source>epoch {epoch}, after {batches} of {all} batches</source>
        <translation>第{epoch}轮，已训练 {batches} 批，共{all}批</translation>
    </message>
    <message>
        <source>Type a number, or several: 4, 6</source>
        <translation>请输入一个或多个数，如 4, 6</translation>
    </message>
    <message>
        <source>These are no numbers. Write 2, or 4, 6, or [[0.7, 0.3], [0.6, 0.4]].</source>
        <translation>这不是数。请写成2，或 4, 6，或 [[0.7, 0.3], [0.6, 0.4]]。</translation>
    </message>
    <message>
        <source>At most {count} numbers at once.</source>
        <translation>一次最多{count}个数。</translation>
    </message>
    <message>
        <source>The rows are not equally long.</source>
        <translation>各行的长度不一致。</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>MetricChart</name>
    <message>
        <source>Which metric is shown</source>
        <translation>显示哪个指标</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Overview: drag to look elsewhere</source>
        <translation>概览：拖动可看别处</translation>
    </message>
</context>
<context>
    <name>MistakeBox</name>
    <message>
        <source>Something went wrong in the Playground.</source>
        <translation>Playground 出了点问题。</translation>
    </message>
    <message>
        <source>Your network and what it has learned are still here. Where something seems wrong now, save it and start again.</source>
        <translation>你的网络和它学到的一切都还在。如果接下来有什么不对劲，请先保存，再重新启动。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>NameEdit</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Enter takes the name, Esc leaves the old one</source>
        <translation>回车采用新名称，Esc 保留原名</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Name of the network</source>
        <translation>网络的名称</translation>
    </message>
</context>
<context>
    <name>NewData</name>
    <message>
        <source>New network</source>
        <translation>新建网络</translation>
    </message>
    <message>
        <source>Which data is it to learn from?</source>
        <translation>让它学哪种数据？</translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>Write a note…</source>
        <translation>写便签…</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>便签文字</translation>
    </message>
    <message>
        <source>Ctrl+Enter or Esc keeps the text; Undo takes it back.</source>
        <translation>Ctrl+Enter 或 Esc 保留文字；“撤销”可恢复原样。</translation>
    </message>
</context>
<context>
    <name>NoteMenu</name>
    <message>
        <source>Write</source>
        <translation>编写</translation>
    </message>
    <message>
        <source>Point at a layer</source>
        <translation>指向一个层</translation>
    </message>
    <message>
        <source>Remove arrow to {end}</source>
        <translation>移除指向 {end} 的箭头</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start the training engine again, where it was kept last</source>
        <translation>重新启动训练引擎，从上次保留处继续</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>立即停止</translation>
    </message>
    <message>
        <source>Give up what is under way, and go back to where it was kept last</source>
        <translation>放弃正在做的事，回到上次保留处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Opened from a link:</source>
        <translation>从链接打开：</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有{count}项</translation>
    </message>
    <message>
        <source>Imported:</source>
        <translation>已导入：</translation>
    </message>
    <message>
        <source>A link of TensorFlow Playground cannot say all of this network:</source>
        <translation>TensorFlow Playground 的链接无法表达这个网络的全部：</translation>
    </message>
    <message>
        <source>The training engine is still busy with its last call.</source>
        <translation>训练引擎还在忙上一个请求。</translation>
    </message>
    <message>
        <source>The training engine stopped by itself. Another one goes on, from at most a few seconds before.</source>
        <translation>训练引擎意外停止，已自动重新启动，并从最多几秒之前接着训练。</translation>
    </message>
    <message>
        <source>Lower the learning rate to {rate}</source>
        <translation>把学习率降到 {rate}</translation>
    </message>
</context>
<context>
    <name>NumberLine</name>
    <message>
        <source>{cut} of {count} numbers are cut; the others stay where they are</source>
        <translation>{count}个数中有{cut}个被截断；其余保持不变</translation>
    </message>
</context>
<context>
    <name>NumberQuestion</name>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>as many tries as you like</source>
        <translation>可以反复尝试</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>这不是一个数。</translation>
    </message>
    <message>
        <source>Look again, and try another number.</source>
        <translation>再看一看，换一个数试试。</translation>
    </message>
</context>
<context>
    <name>OpenPictures</name>
    <message>
        <source>Open pictures</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Train share</source>
        <translation>训练占比</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The folder cannot be read: {why}.</source>
        <translation>无法读取文件夹：{why}。</translation>
    </message>
    <message>
        <source>{folder} · {count} pictures in {classes} classes</source>
        <translation>{folder} · {classes}类，共{count}张图片</translation>
    </message>
    <message>
        <source> · {others} other files are passed over</source>
        <translation> · 略过其他文件{others}个</translation>
    </message>
    <message>
        <source>{numbers} numbers are more inputs than a network has here: choose grey, or a smaller size.</source>
        <translation>{numbers}个数超过了网络输入的上限：请选灰度，或更小的尺寸。</translation>
    </message>
    <message>
        <source>Each picture is {numbers} inputs: its middle square, scaled.</source>
        <translation>每张图片是{numbers}个输入：取正中的正方形，再缩放。</translation>
    </message>
    <message>
        <source>A project holds {most} of this size; they are taken evenly from the {count}.</source>
        <translation>这种尺寸，一个项目最多放{most}张；将从{count}张里均匀选取。</translation>
    </message>
    <message>
        <source>Pictures that are left out: {count}</source>
        <translation>略去的图片：{count}张</translation>
    </message>
    <message>
        <source>Open without them</source>
        <translation>略去它们并打开</translation>
    </message>
</context>
<context>
    <name>OpenTable</name>
    <message>
        <source>Open table</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>换一个文件…</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Rows with a missing input</source>
        <translation>有缺失输入的行</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>There is not enough memory for this table.</source>
        <translation>内存不够放下这张表格。</translation>
    </message>
    <message>
        <source>from the clipboard</source>
        <translation>来自剪贴板</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备……</translation>
    </message>
</context>
<context>
    <name>OperationList</name>
    <message>
        <source>%1 operations</source>
        <translation>%1个操作</translation>
    </message>
    <message>
        <source>Search operations</source>
        <translation>搜索操作</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Metrics, step by step</source>
        <translation>指标，一步一步来</translation>
    </message>
    <message>
        <source>Make one, update it, read its result, reset it: beside the network</source>
        <translation>新建、更新、读取结果、重置：就在网络旁边</translation>
    </message>
</context>
<context>
    <name>OutputBars</name>
    <message>
        <source>Output: {parts}</source>
        <translation>输出：{parts}</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>true value {value}</source>
        <translation>真实值 {value}</translation>
    </message>
</context>
<context>
    <name>OutputPanel</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分布图</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Single samples with their predictions, all of them on a map, or the plane of two inputs.</source>
        <translation>带预测的单个样本、所有样本的分布图，或两个输入的平面。</translation>
    </message>
    <message>
        <source>Single samples with the class that the network reads and how sure it is of that; those that it reads wrongly are ringed. The one that you choose is seen in every view and on every card.</source>
        <translation>单个样本，以及网络识别出的类别和把握；识别错的有圆圈。选中的一个在每个视图和每张卡片上都能看到。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Every sample as a point in the colour of its class, by the two principal components of the inputs or of what a layer makes of them: classes that stand apart are easy to tell.</source>
        <translation>每个样本是一个点，用所属类别的颜色，位置由输入（或某一层的输出）的前两个主成分决定：分得开的类别容易区分。</translation>
    </message>
</context>
<context>
    <name>OutputsPanel</name>
    <message>
        <source>Once the network is ready, its layers stand here side by side.</source>
        <translation>网络准备好之后，各层会并排显示在这里。</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>平坦</translation>
    </message>
    <message>
        <source>Flat: where the layer&apos;s function hardly rises, so that next to nothing passes.</source>
        <translation>平坦：该层的函数在此几乎不上升，几乎没有梯度能通过。</translation>
    </message>
    <message>
        <source>Show the data too</source>
        <translation>也显示数据</translation>
    </message>
    <message>
        <source>Layer outputs</source>
        <translation>各层输出</translation>
    </message>
    <message>
        <source>What comes out of each layer over the train points, the first 1,200 if they are more: the wider the shape, the more of its values lie at that height (exact zeros are cut at the next widest), the dot is their mean, the line one standard deviation up and down, and orange is where tanh, sigmoid or softmax is flat and passes no gradient. Signal is how much an output still differs from point to point.</source>
        <translation>每一层在训练样本上的输出（超过1,200个时取前1,200个）：图形在某一高度越宽，那里的值越多（恰为零的值按第二宽处截断），圆点是均值，竖线是上下各一个标准差，橙色是 tanh、sigmoid 或 softmax 平坦、不传梯度的部分。信号表示输出随样本还有多少变化。</translation>
    </message>
    <message>
        <source>↑ output</source>
        <translation>↑ 输出</translation>
    </message>
    <message>
        <source>↑ output · signal {first} → {last}</source>
        <translation>↑ 输出 · 信号 {first} → {last}</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>values counted</source>
        <translation>计入的值</translation>
    </message>
    <message>
        <source>mean of the layer</source>
        <translation>该层均值</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>share of zeros</source>
        <translation>为零的比例</translation>
    </message>
    <message>
        <source>share that is flat</source>
        <translation>平坦的比例</translation>
    </message>
</context>
<context>
    <name>OwnLayersNote</name>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>“{name}” could not be removed: {reason}</source>
        <translation>无法移除“{name}”：{reason}</translation>
    </message>
    <message>
        <source>“{name}” is no longer among your own layers.</source>
        <translation>“{name}”已不在自定义层中。</translation>
    </message>
    <message>
        <source>“{name}” could not be kept: {reason}</source>
        <translation>无法保留“{name}”：{reason}</translation>
    </message>
    <message>
        <source>The own layer in {file} cannot be used: {reason}</source>
        <translation>{file} 中的自定义层无法使用：{reason}</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>还有{count}个。</translation>
    </message>
</context>
<context>
    <name>OwnLessons</name>
    <message>
        <source>Open a lesson…</source>
        <translation>打开一课…</translation>
    </message>
    <message>
        <source>New lesson from this network</source>
        <translation>用当前网络新建一课</translation>
    </message>
</context>
<context>
    <name>OwnPictures</name>
    <message>
        <source>A folder with a folder for each class</source>
        <translation>每一类各占一个文件夹的文件夹</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>In your own words</source>
        <translation>用您自己的话写</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>One might have written</source>
        <translation>可以这样写</translation>
    </message>
</context>
<context>
    <name>PaceBox</name>
    <message>
        <source>Speed: slowly, to see the numbers move batch by batch, or as fast as the machine can.
A gentle start goes from 10 epochs a second to as fast as possible within some seconds.</source>
        <translation>速度：慢到能看清数字逐批变化，或快到机器的极限。
缓慢起步从每秒10轮开始，几秒之内达到最快。</translation>
    </message>
</context>
<context>
    <name>PairPage</name>
    <message>
        <source>Column upwards</source>
        <translation>纵轴的列</translation>
    </message>
    <message>
        <source>Column to the right</source>
        <translation>横轴的列</translation>
    </message>
</context>
<context>
    <name>PairPlot</name>
    <message>
        <source>Two columns</source>
        <translation>两列对照</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Row {row} · {part}</source>
        <translation>第{row}行 · {part}</translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Search layers…</source>
        <translation>搜索层…</translation>
    </message>
    <message>
        <source>Search layers</source>
        <translation>搜索层</translation>
    </message>
    <message>
        <source>Type a part of a layer&apos;s name</source>
        <translation>输入层名称的一部分</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>No layer is called that.</source>
        <translation>没有叫这个名字的层。</translation>
    </message>
</context>
<context>
    <name>Parallel</name>
    <message>
        <source>Each run becomes a line here once it is done.</source>
        <translation>每次运行完成后，会成为这里的一条线。</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>as usual</source>
        <translation>默认</translation>
    </message>
</context>
<context>
    <name>PicturePad</name>
    <message>
        <source>Picture to try</source>
        <translation>要试的图像</translation>
    </message>
    <message>
        <source>Paint with the left button, erase with the right. By keys: arrows move, space paints, delete erases, Esc takes a stroke back.</source>
        <translation>左键画，右键擦。用键盘：方向键移动，空格画，Delete 擦，Esc 撤回一笔。</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: {ink} % ink</source>
        <translation>第{row}行第{column}列：墨色 {ink}%</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Another setting</source>
        <translation>再加一个设置</translation>
    </message>
    <message>
        <source>Each run finds its learning rate</source>
        <translation>每次运行自行寻找学习率</translation>
    </message>
    <message>
        <source>Before it trains, each run tries rates from 1e-6 to 10 on its first weights and takes the one where the loss falls steepest: so other widths and batches each have a rate that suits them.</source>
        <translation>训练之前，每次运行都从初始权值出发，试一遍 1e-6 到10的学习率，取损失下降最陡处的那一个：这样不同的宽度和批大小各有适合自己的学习率。</translation>
    </message>
    <message>
        <source>What varies</source>
        <translation>改变什么</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>{product} = {count} runs</source>
        <translation>{product} = {count}次运行</translation>
    </message>
    <message>
        <source>{count} runs</source>
        <translation>{count}次运行</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1次运行</translation>
    </message>
</context>
<context>
    <name>Plane</name>
    <message>
        <source>%1 points on the plane</source>
        <translation>平面上的%1个点</translation>
    </message>
    <message>
        <source>Result 0 is the x of each point, result 1 its y. Row 0 lies at the bottom, as y grows upwards.</source>
        <translation>结果0是每个点的 x，结果1是它的 y。y 向上增大，所以第0行在最下面。</translation>
    </message>
</context>
<context>
    <name>PlaneView</name>
    <message>
        <source>Output over the plane of two inputs</source>
        <translation>两个输入平面上的输出</translation>
    </message>
    <message>
        <source>Arrow keys move a cross that reads the values; Esc takes it away.</source>
        <translation>方向键移动十字读数，Esc 收起。</translation>
    </message>
</context>
<context>
    <name>PointGesture</name>
    <message>
        <source>Drag it to a layer, or to a free place.</source>
        <translation>拖到一个层，或一处空位。</translation>
    </message>
</context>
<context>
    <name>Predictions</name>
    <message>
        <source>False positive rate</source>
        <translation>假正率</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>真正率</translation>
    </message>
    <message>
        <source>{name}: area {area}; now {true} of it found, {false} of the others taken for it</source>
        <translation>{name}：面积 {area}；现在找出其中 {true}，其他样本有 {false} 被误认</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Mean AUC</source>
        <translation>平均 AUC</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Mean F1</source>
        <translation>平均 F1</translation>
    </message>
    <message>
        <source>{shown} of {all} rows</source>
        <translation>{all}行中的{shown}行</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Probability from</source>
        <translation>概率下限</translation>
    </message>
    <message>
        <source>Train rows</source>
        <translation>训练行</translation>
    </message>
    <message>
        <source>Validation rows</source>
        <translation>验证行</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Probability of the true class</source>
        <translation>真实类别的概率</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>True</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>True value</source>
        <translation>真实值</translation>
    </message>
    <message>
        <source>Predicted value</source>
        <translation>预测值</translation>
    </message>
    <message>
        <source>Predicted minus true</source>
        <translation>预测值减真实值</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
</context>
<context>
    <name>PredictionsPanel</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>精确率与召回率</translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation>ROC 曲线</translation>
    </message>
    <message>
        <source>Predicted against true</source>
        <translation>预测值与真实值</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Worst examples</source>
        <translation>最差的样本</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示什么</translation>
    </message>
    <message>
        <source>Scores, the worst examples, or an input of your own to try.</source>
        <translation>得分、最差的样本，或您自己的输入。</translation>
    </message>
    <message>
        <source>No predictions to show yet.</source>
        <translation>还没有预测可显示。</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Which rows are looked at.</source>
        <translation>查看哪些行。</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>How good the predictions are for rows of the data, in blue where right and orange where wrong, which rows are predicted worst, and what the network and its every layer make of an input of your own.</source>
        <translation>对数据各行的预测有多好（蓝对橙错）、哪些行预测得最差，以及网络和它的每一层把您自己的输入变成什么。</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Notes: {title}</source>
        <translation>备注：{title}</translation>
    </message>
    <message>
        <source>Step {place} of {count}</source>
        <translation>第{place}步，共{count}步</translation>
    </message>
    <message>
        <source>No notes for this step.</source>
        <translation>这一步没有备注。</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Then: {title}</source>
        <translation>接下来：{title}</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>No problems: the network can be trained.</source>
        <translation>没有问题：网络可以训练。</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>QuestionBox</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>答对了</translation>
    </message>
    <message>
        <source>Not quite</source>
        <translation>还不对</translation>
    </message>
</context>
<context>
    <name>QuickAdd</name>
    <message>
        <source>Add a layer…</source>
        <translation>添加层…</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>Type a part of its name; Enter adds the layer, Esc leaves</source>
        <translation>输入名称的一部分；回车添加该层，Esc 离开</translation>
    </message>
    <message>
        <source>Layers found</source>
        <translation>找到的层</translation>
    </message>
    <message>
        <source>No layer is called that.</source>
        <translation>没有叫这个名字的层。</translation>
    </message>
</context>
<context>
    <name>RateFinding</name>
    <message>
        <source>Find a learning rate…</source>
        <translation>寻找学习率…</translation>
    </message>
</context>
<context>
    <name>RatePlot</name>
    <message>
        <source>Learning rate over the epochs</source>
        <translation>学习率随轮的变化</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
</context>
<context>
    <name>RatesChart</name>
    <message>
        <source>Loss over the learning rate</source>
        <translation>损失随学习率的变化</translation>
    </message>
    <message>
        <source>take {rate}</source>
        <translation>采用 {rate}</translation>
    </message>
    <message>
        <source>present {rate}</source>
        <translation>当前 {rate}</translation>
    </message>
    <message>
        <source>Rate {rate}</source>
        <translation>学习率 {rate}</translation>
    </message>
    <message>
        <source>this batch</source>
        <translation>这一批</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑后</translation>
    </message>
</context>
<context>
    <name>RatesDialog</name>
    <message>
        <source>Find a learning rate</source>
        <translation>寻找学习率</translation>
    </message>
    <message>
        <source>Take this rate</source>
        <translation>采用这个学习率</translation>
    </message>
    <message>
        <source>A copy of the network learns a batch at each rate, from the lowest to the highest; your network stays as it is. Learning is fastest where the loss falls steepest.</source>
        <translation>网络的一份副本从最小到最大，每个学习率学一批；你的网络保持原样。损失下降最陡处，学得最快。</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>The network as it is</source>
        <translation>网络的现状</translation>
    </message>
    <message>
        <source>Its first weights</source>
        <translation>初始权值</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Trying one rate after another…</source>
        <translation>正在逐个尝试学习率…</translation>
    </message>
    <message>
        <source>There is no network that could learn yet.</source>
        <translation>还没有可以学习的网络。</translation>
    </message>
    <message>
        <source>Finish the network first: what is missing stands in the bar at the bottom.</source>
        <translation>请先把网络搭完整：缺什么写在底部的状态栏里。</translation>
    </message>
    <message>
        <source>Take {rate}</source>
        <translation>采用 {rate}</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>{title}: result {result}</source>
        <translation>{title}：结果 {result}</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Networks that you open or save will be listed here. You can also drop a file on this window.</source>
        <translation>您打开或保存的网络会列在这里。也可以把文件拖进窗口。</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>not found</source>
        <translation>找不到</translation>
    </message>
</context>
<context>
    <name>Relief</name>
    <message>
        <source>highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>no NaN</source>
        <translation>没有 NaN</translation>
    </message>
    <message>
        <source>in 3D with OpenGL, which is not there</source>
        <translation>三维显示需要 OpenGL，这里没有</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Copy this into your report and write what you did before. Nothing is sent by itself. Your data and the names of your layers are not in it.</source>
        <translation>请把下面的内容复制到报告里，并写明出问题之前做了什么。程序不会自动发送任何东西，这里也不包含你的数据和层的名称。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>The log is in {folder}</source>
        <translation>日志在 {folder}</translation>
    </message>
</context>
<context>
    <name>RivalChart</name>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第{epoch}轮</translation>
    </message>
</context>
<context>
    <name>RivalColumn</name>
    <message>
        <source>Edit this one: put it on the canvas</source>
        <translation>编辑这一个：放到画布上</translation>
    </message>
    <message>
        <source>Remove this rival</source>
        <translation>移除这个对照网络</translation>
    </message>
</context>
<context>
    <name>Rivalry</name>
    <message>
        <source>Add a rival</source>
        <translation>添加对照网络</translation>
    </message>
    <message>
        <source>Edit “{network}”</source>
        <translation>编辑“{network}”</translation>
    </message>
    <message>
        <source>Remove “{network}”</source>
        <translation>移除“{network}”</translation>
    </message>
    <message>
        <source>There is room for two rivals; remove one first.</source>
        <translation>最多两个对照网络；请先移除一个。</translation>
    </message>
    <message>
        <source>Now change something: activation, dropout, optimizer… The rival stays as it is.</source>
        <translation>现在改点什么：激活函数、Dropout、优化器…对照网络保持原样。</translation>
    </message>
    <message>
        <source>“{network}” is on the canvas now.</source>
        <translation>“{network}”现在在画布上。</translation>
    </message>
</context>
<context>
    <name>RivalsPanel</name>
    <message>
        <source>Add a rival</source>
        <translation>添加对照网络</translation>
    </message>
    <message>
        <source>Copy the present network, to be compared with it</source>
        <translation>复制当前网络，用来与它比较</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Add a copy of this network as a rival, then change something: both train on the same data and seed, on one clock, side by side.</source>
        <translation>把这个网络复制一份作为对照，再改点什么：两者用同样的数据和种子、同一个时钟并排训练。</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <source>The present network and copies of it that were changed, trained on the same data and seed on one clock: their figures, the best of each marked, their outputs in the same colours, and the losses of all over the epochs, validation solid and train dashed.</source>
        <translation>当前网络和它改动过的副本，用同样的数据和种子、同一个时钟训练：各项数字（最好的有标记）、同一套颜色的输出，以及各自的损失曲线，实线是验证，虚线是训练。</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>{network}: train loss</source>
        <translation>{network}：训练损失</translation>
    </message>
    <message>
        <source>{network}: validation loss</source>
        <translation>{network}：验证损失</translation>
    </message>
    <message>
        <source>Now change something on the canvas: activation, dropout, optimizer…</source>
        <translation>现在在画布上改点什么：激活函数、Dropout、优化器…</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Unfinished: edit it to mend it</source>
        <translation>未完成：编辑它来补全</translation>
    </message>
    <message>
        <source>Being built</source>
        <translation>正在构建</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>正在追赶</translation>
    </message>
</context>
<context>
    <name>RowGrid</name>
    <message>
        <source>Rows of the data</source>
        <translation>数据的各行</translation>
    </message>
    <message>
        <source>Click a row to see it in every view; click a column&apos;s head to sort.</source>
        <translation>单击一行，所有视图都显示它；单击列头可排序。</translation>
    </message>
    <message>
        <source>Only rows with {clause}</source>
        <translation>只留下符合“{clause}”的行</translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>RowPainter</name>
    <message>
        <source>true</source>
        <translation>真实</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>off by</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错</translation>
    </message>
    <message>
        <source>right</source>
        <translation>对</translation>
    </message>
    <message>
        <source>from {low} to {high}
mean {mean}, median {middle}
standard deviation {spread}</source>
        <translation>从 {low} 到 {high}
均值 {mean}，中位数 {middle}
标准差 {spread}</translation>
    </message>
    <message>
        <source>{count} without a value</source>
        <translation>{count}个缺失</translation>
    </message>
</context>
<context>
    <name>RowsPanel</name>
    <message>
        <source>Rows</source>
        <translation>各行</translation>
    </message>
    <message>
        <source>Two columns</source>
        <translation>两列对照</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>Filter: wrong, species = Adelie, mass &gt; 4000</source>
        <translation>筛选：错，species = Adelie，mass &gt; 4000</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>最差的在前</translation>
    </message>
    <message>
        <source>The rows that are predicted worst, at the top.</source>
        <translation>把预测得最差的行排到最上面。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>The rows of the data in their own numbers, blue for train and orange for validation, with what is predicted of each; how each column is spread; two columns against each other, a point for each row, filled for train, a ring for validation; and how strongly columns go together (Pearson&apos;s r).</source>
        <translation>数据的各行，用的是原本的数值，训练行为蓝色，验证行为橙色，并列出每行的预测；每一列的分布；两列对照，每行一个点，训练为实心，验证为空心；以及各列之间相关的强弱（皮尔逊相关系数 r）。</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count}行</translation>
    </message>
    <message>
        <source>{count} of {all} rows</source>
        <translation>{all}行中的{count}行</translation>
    </message>
    <message>
        <source>{count} of {listed} rows, a sample of {all}</source>
        <translation>{listed}行中的{count}行，抽自全部{all}行</translation>
    </message>
    <message>
        <source> · the first {count} inputs</source>
        <translation> · 前{count}个输入</translation>
    </message>
    <message>
        <source> · {count} predicted</source>
        <translation> · 其中{count}行有预测</translation>
    </message>
    <message>
        <source> · {count} drawn</source>
        <translation> · 画出{count}个点</translation>
    </message>
    <message>
        <source> · the first {count} columns</source>
        <translation> · 前{count}列</translation>
    </message>
    <message>
        <source>There is no one column “{word}”.</source>
        <translation>没有唯一对应“{word}”的列。</translation>
    </message>
    <message>
        <source>“{word}” stands in no row.</source>
        <translation>没有哪一行含有“{word}”。</translation>
    </message>
    <message>
        <source>“{word}” is no number.</source>
        <translation>“{word}”不是数。</translation>
    </message>
    <message>
        <source>“{word}” has words: use = or !=.</source>
        <translation>“{word}”是类别，请用 = 或 !=。</translation>
    </message>
    <message>
        <source>Conditions with a comma between them: a column, one of = != &lt; &gt; &lt;= &gt;=, and a value; or a word: wrong, right, train, validation, or part of a category.</source>
        <translation>条件之间用逗号隔开：列名，接 = != &lt; &gt; &lt;= &gt;= 之一，再接一个值；或是一个词：错、对、训练、验证，或类别名的一部分。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>RunLegend</name>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>RunOutput</name>
    <message>
        <source>A run&apos;s output is drawn here once it is done.</source>
        <translation>运行完成后，这里画出它的输出。</translation>
    </message>
    <message>
        <source>Pictures and sequences have no plane: open the run to see what it makes of them.</source>
        <translation>图像和序列没有平面可画：打开这次运行，看看它给出什么。</translation>
    </message>
    <message>
        <source>This run has kept no output: open it, and Play trains it again.</source>
        <translation>此次训练没有保留输出：打开它，再按播放可重新训练。</translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>Delete all</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>各次训练</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>本次训练</translation>
    </message>
    <message>
        <source>A tick shows a run, F2 or a double click renames it. Each bears what it has that this run has not.</source>
        <translation>打勾则显示，按 F2 或双击可改名。名称说明它与本次训练的不同。</translation>
    </message>
    <message>
        <source>A run that is reset, or left behind by going back, stays here to be compared.</source>
        <translation>被重置的、或因回到过去而留下的训练，会留在这里供比较。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Delete this run</source>
        <translation>删除这次训练</translation>
    </message>
    <message>
        <source>{loss} at {epoch}</source>
        <translation>{epoch}：{loss}</translation>
    </message>
</context>
<context>
    <name>SampleMap</name>
    <message>
        <source>Map of all samples</source>
        <translation>全部样本的分布图</translation>
    </message>
    <message>
        <source>The map comes with the network.</source>
        <translation>网络准备好后，分布图会显示在这里。</translation>
    </message>
</context>
<context>
    <name>SamplesPage</name>
    <message>
        <source>Next wrong one</source>
        <translation>下一个错误</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>in their order</source>
        <translation>按原顺序</translation>
    </message>
    <message>
        <source>wrong first</source>
        <translation>错误在前</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>没把握的在前</translation>
    </message>
    <message>
        <source>Which samples are shown.</source>
        <translation>显示哪些样本。</translation>
    </message>
    <message>
        <source>In which order they stand. While training they keep their places.</source>
        <translation>按什么顺序排列。训练时位置保持不变。</translation>
    </message>
    <message>
        <source>Choose the next one that is read as another class (N).</source>
        <translation>选择下一个识别成别的类别的样本 (N)。</translation>
    </message>
    <message>
        <source>The samples before these.</source>
        <translation>前面的样本。</translation>
    </message>
    <message>
        <source>The samples behind these.</source>
        <translation>后面的样本。</translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>Each run becomes a point here once it is done.</source>
        <translation>每次运行完成后，会在这里成为一个点。</translation>
    </message>
    <message>
        <source>runs without a value: {count}</source>
        <translation>无数值的运行：{count}</translation>
    </message>
</context>
<context>
    <name>ScheduleForm</name>
    <message>
        <source>Drawn as fast as it may fall; it falls only where the loss stops getting better.</source>
        <translation>按最快可能的下降画出；只有损失不再变好时才下降。</translation>
    </message>
    <message>
        <source>Learning rate over the run</source>
        <translation>训练过程中的学习率</translation>
    </message>
</context>
<context>
    <name>ScoreTable</name>
    <message>
        <source>Precision and recall</source>
        <translation>精确率与召回率</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>加权平均</translation>
    </message>
</context>
<context>
    <name>Selection</name>
    <message>
        <source>Data and Output cannot be copied.</source>
        <translation>数据和输出不能复制。</translation>
    </message>
    <message>
        <source>There are no layers on the clipboard.</source>
        <translation>剪贴板上没有层。</translation>
    </message>
    <message>
        <source>These layers cannot be pasted: {reason}</source>
        <translation>这些层无法粘贴：{reason}</translation>
    </message>
    <message>
        <source>Data and Output always stay.</source>
        <translation>数据和输出始终保留。</translation>
    </message>
    <message>
        <source>Join the gap</source>
        <translation>接上缺口</translation>
    </message>
    <message>
        <source>No more are possible.</source>
        <translation>不能再多了。</translation>
    </message>
    <message>
        <source>One must stay.</source>
        <translation>至少要留一个。</translation>
    </message>
    <message>
        <source>It has no size to change.</source>
        <translation>它没有可改的大小。</translation>
    </message>
    <message>
        <source>It has no weights to freeze.</source>
        <translation>它没有可冻结的权值。</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>水平居中对齐</translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>Align top edges</source>
        <translation>顶端对齐</translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation>垂直居中对齐</translation>
    </message>
    <message>
        <source>Align bottom edges</source>
        <translation>底端对齐</translation>
    </message>
    <message>
        <source>Distribute horizontally</source>
        <translation>水平均匀分布</translation>
    </message>
    <message>
        <source>Distribute vertically</source>
        <translation>垂直均匀分布</translation>
    </message>
    <message>
        <source>Arrange automatically</source>
        <translation>自动排列</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加便签</translation>
    </message>
</context>
<context>
    <name>ShapesTable</name>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Shapes, axis by axis</source>
        <translation>逐轴比较形状</translation>
    </message>
    <message>
        <source>Shapes, aligned at the right</source>
        <translation>形状，靠右对齐</translation>
    </message>
    <message>
        <source>equal: {count} products a cell</source>
        <translation>相等：每个格子是{count}个乘积之和</translation>
    </message>
    <message>
        <source>{first} against {second}</source>
        <translation>{first} 对 {second}</translation>
    </message>
    <message>
        <source>axis {axis}: equal, {first}</source>
        <translation>轴{axis}：相等，都是{first}</translation>
    </message>
    <message>
        <source>axis {axis}: {name} has length 1 and is repeated {first} times</source>
        <translation>轴{axis}：{name} 的长度是1，重复{first}次</translation>
    </message>
    <message>
        <source>axis {axis}: {name} has none and is repeated {first} times</source>
        <translation>轴{axis}：{name} 没有这个轴，重复{first}次</translation>
    </message>
    <message>
        <source>axis {axis}: the lengths add up to {first}</source>
        <translation>轴{axis}：长度相加，得{first}</translation>
    </message>
    <message>
        <source>axis {axis}: {first} against {second}</source>
        <translation>轴{axis}：{first} 对 {second}</translation>
    </message>
    <message>
        <source>axis %1</source>
        <translation>轴 %1</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Lesson, data and layers</source>
        <translation>课程、数据和层</translation>
    </message>
    <message>
        <source>Close lesson</source>
        <translation>关闭课程</translation>
    </message>
    <message>
        <source>Open this one</source>
        <translation>打开这一个</translation>
    </message>
    <message>
        <source>Its network with its weights comes onto the canvas (Enter)</source>
        <translation>把它的网络连同权值放到画布上（回车）</translation>
    </message>
    <message>
        <source>Pin as rival</source>
        <translation>设为对手</translation>
    </message>
    <message>
        <source>Its network stands beside the present one and trains with it (P)</source>
        <translation>它的网络与当前网络并排，一起训练（P）</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Point at a run to see what it learned.</source>
        <translation>把指针移到一次运行上，看它学到了什么。</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>运行{number}</translation>
    </message>
    <message>
        <source>A landscape needs OpenGL, which is not to be had here.</source>
        <translation>立体图需要 OpenGL，而这里没有。</translation>
    </message>
    <message>
        <source>Weights: {size} MB, in a file of this computer. Such files take at most {most} GB together, and the oldest go first.</source>
        <translation>权值：{size} MB，存放在本机的文件中。这类文件合计最多占 {most} GB，最旧的先删除。</translation>
    </message>
    <message>
        <source>Its weights are not kept here: opened, it has its first ones, and Play trains it again.</source>
        <translation>这里没有保留它的权值：打开后为初始权值，按播放可重新训练。</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Break it</source>
        <translation>试试出错</translation>
    </message>
    <message>
        <source>Also in the course</source>
        <translation>课程中的其他例子</translation>
    </message>
    <message>
        <source>One after another</source>
        <translation>依次来看</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>What it cannot hold of this network</source>
        <translation>这个网络中它装不下的内容</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>如何再次打开</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Keep the file</source>
        <translation>保留文件</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Which format for what?</source>
        <translation>哪种格式用来做什么？</translation>
    </message>
</context>
<context>
    <name>SightBar</name>
    <message>
        <source>Neurons</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Open all cards to their neurons, with a line for each weight</source>
        <translation>把所有卡片展开为神经元，每个权值一条线</translation>
    </message>
    <message>
        <source>Show all layers as plain cards</source>
        <translation>把所有层显示为普通卡片</translation>
    </message>
    <message>
        <source>Show all of the network (Ctrl+0)</source>
        <translation>显示整个网络（Ctrl+0）</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>SizeBars</name>
    <message>
        <source>Sizes of each layer now</source>
        <translation>各层当前的大小</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新量</translation>
    </message>
    <message>
        <source>update ÷ weight {ratio}</source>
        <translation>更新量 ÷ 权值 {ratio}</translation>
    </message>
</context>
<context>
    <name>SizeChart</name>
    <message>
        <source>Size of the gradient</source>
        <translation>梯度的大小</translation>
    </message>
    <message>
        <source>Size of the update</source>
        <translation>更新量的大小</translation>
    </message>
    <message>
        <source>Update ÷ weight</source>
        <translation>更新量 ÷ 权值</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>画什么</translation>
    </message>
    <message>
        <source>Sizes are roots of mean squares over all of a layer&apos;s weights. Update ÷ weight is how far one batch moves the weights, as a share of their size: about a thousandth is usual.</source>
        <translation>大小是一层全部权值的均方根。“更新量 ÷ 权值”是一批使权值移动多少（相对权值大小），通常约为千分之一。</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Sizes over the epochs</source>
        <translation>大小随轮的变化</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第{epoch}轮</translation>
    </message>
</context>
<context>
    <name>Slot</name>
    <message>
        <source>Heat map</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>平行坐标</translation>
    </message>
    <message>
        <source>Curves with bands</source>
        <translation>带区间的曲线</translation>
    </message>
    <message>
        <source>Scatter plot</source>
        <translation>散点图</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>The cell before</source>
        <translation>上一个元素</translation>
    </message>
    <message>
        <source>The next cell</source>
        <translation>下一个元素</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Fill the result cell by cell (Space); ← and → go by one</source>
        <translation>逐格填出结果（空格键）；← 和 → 每次走一格</translation>
    </message>
    <message>
        <source>Where does this number come from?</source>
        <translation>这个数从哪里来？</translation>
    </message>
    <message>
        <source>Point at a cell of the result.</source>
        <translation>请指向结果中的一个元素。</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>cell %1 of %2</source>
        <translation>第%1个，共%2个</translation>
    </message>
    <message>
        <source>It is new: it comes from no input.</source>
        <translation>它是新的：不来自任何输入。</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>What is drawn</source>
        <translation>画什么</translation>
    </message>
    <message>
        <source>The network&apos;s output, or one neuron of any layer.</source>
        <translation>网络的输出，或任一层的一个神经元。</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Which neuron of the layer is drawn.</source>
        <translation>画该层的哪个神经元。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>Splitting</name>
    <message>
        <source>Column that splits</source>
        <translation>划分依据列</translation>
    </message>
    <message>
        <source>Rows that validate</source>
        <translation>用于验证的取值</translation>
    </message>
    <message>
        <source>How rows are split</source>
        <translation>划分方式</translation>
    </message>
    <message>
        <source>Train share</source>
        <translation>训练占比</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>No column has a few words or whole numbers.</source>
        <translation>没有哪一列只含少数几个词或整数。</translation>
    </message>
    <message>
        <source>{count} without</source>
        <translation>缺失{count}行</translation>
    </message>
    <message>
        <source>What becomes of rows whose cell in this column is missing.</source>
        <translation>这一列缺失的行如何处理。</translation>
    </message>
    <message>
        <source>Rows that validate: guessed</source>
        <translation>用于验证的取值（推测）</translation>
    </message>
</context>
<context>
    <name>SpreadChart</name>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>离散程度</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>零</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>平坦</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>spread (σ)</source>
        <translation>离散程度（σ）</translation>
    </message>
    <message>
        <source>signal, from point to point</source>
        <translation>信号，随样本的变化</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>恰为0</translation>
    </message>
    <message>
        <source>flat (saturated)</source>
        <translation>平坦（饱和）</translation>
    </message>
    <message>
        <source>beyond the axis</source>
        <translation>超出坐标轴</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Build a neural network by hand, watch it learn, take it away as Keras.</source>
        <translation>亲手搭一个神经网络，看着它学会，再作为 Keras 模型带走。</translation>
    </message>
    <message>
        <source>Empty canvas…</source>
        <translation>空白画布…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Show this page at start</source>
        <translation>启动时显示此页</translation>
    </message>
</context>
<context>
    <name>StatusPanel</name>
    <message>
        <source>Show what stops or spoils this network, and how to mend it</source>
        <translation>显示什么阻碍或损害这个网络，以及如何修正</translation>
    </message>
    <message>
        <source>{state} · {speed} epochs/s</source>
        <translation>{state} · {speed} 轮/秒</translation>
    </message>
    <message>
        <source>{state} · rate {rate}</source>
        <translation>{state} · 学习率 {rate}</translation>
    </message>
    <message>
        <source>{data} · seed {seed}</source>
        <translation>{data} · 种子 {seed}</translation>
    </message>
    <message>
        <source>Lesson {number} of {count}</source>
        <translation>第{number}课，共{count}课</translation>
    </message>
    <message>
        <source>TensorFlow {version} · {device}</source>
        <translation>TensorFlow {version} · {device}</translation>
    </message>
</context>
<context>
    <name>StepColumn</name>
    <message>
        <source>Begin with this network again</source>
        <translation>重新加载这个网络</translation>
    </message>
    <message>
        <source>Open this in the lab</source>
        <translation>在实验室中打开</translation>
    </message>
    <message>
        <source>Walk back through the network</source>
        <translation>沿网络反向走一遍</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>As it was opened</source>
        <translation>打开时的样子</translation>
    </message>
    <message>
        <source>the present step</source>
        <translation>当前步骤</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
</context>
<context>
    <name>StepsTable</name>
    <message>
        <source>Preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>表格中的值</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>The network sees</source>
        <translation>网络看到的值</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>(x − mean) / standard deviation</source>
        <translation>(x − 均值) / 标准差</translation>
    </message>
    <message>
        <source>(x − smallest) / range</source>
        <translation>(x − 最小值) / 极差</translation>
    </message>
    <message>
        <source>× standard deviation + mean</source>
        <translation>× 标准差 + 均值</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>The network has</source>
        <translation>网络中的值</translation>
    </message>
    <message>
        <source>In its own unit</source>
        <translation>换回原单位</translation>
    </message>
    <message>
        <source>Output o</source>
        <translation>输出 o</translation>
    </message>
    <message>
        <source>Target t</source>
        <translation>目标 t</translation>
    </message>
    <message>
        <source>o − t</source>
        <translation>o − t</translation>
    </message>
</context>
<context>
    <name>StoppingForm</name>
    <message>
        <source>Stop by itself</source>
        <translation>自动停止</translation>
    </message>
    <message>
        <source>0 turns a rule off; Play goes on after a stop.</source>
        <translation>0表示不用这条规则；停止后按“开始”可继续。</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Do not show these steps again</source>
        <translation>不再显示这些步骤</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>第一次用？</translation>
    </message>
    <message>
        <source>Four steps, two minutes.</source>
        <translation>四步，两分钟。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>The network that is open.</source>
        <translation>当前打开的网络。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Use the result as input</source>
        <translation>把结果作为输入</translation>
    </message>
    <message>
        <source>Copy the script</source>
        <translation>复制脚本</translation>
    </message>
    <message>
        <source>The whole chain as a program that runs alone</source>
        <translation>整条链写成可独立运行的程序</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>Beside the canvas</source>
        <translation>放在画布旁边</translation>
    </message>
    <message>
        <source>The network at the left and the lab at the right, in one window</source>
        <translation>同一窗口里，左边是网络，右边是实验室</translation>
    </message>
</context>
<context>
    <name>SurfaceFoot</name>
    <message>
        <source>test points</source>
        <translation>验证点</translation>
    </message>
    <message>
        <source>Also show the points that the network does not learn from.</source>
        <translation>也显示网络没有学过的样本。</translation>
    </message>
    <message>
        <source>discretize</source>
        <translation>离散化</translation>
    </message>
    <message>
        <source>Show the decision alone, not how sure it is.</source>
        <translation>只显示判定结果，不显示把握有多大。</translation>
    </message>
</context>
<context>
    <name>SurfacePanel</name>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>What the network answers at each place of the input plane, from orange over grey to blue, and the data points in the colours of their right answers.</source>
        <translation>网络在输入平面每一处的回答，从橙色经灰色到蓝色；数据点用正确答案的颜色。</translation>
    </message>
    <message>
        <source>The landscape is drawn by the graphics card, which knows no lines.</source>
        <translation>地形由显卡绘制，显卡不会画线条。</translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>Output as a landscape</source>
        <translation>输出的立体图</translation>
    </message>
    <message>
        <source>Arrow keys turn it, + and − zoom, Home goes back to the first view.</source>
        <translation>方向键转动，+ 和 − 缩放，Home 回到最初视角。</translation>
    </message>
</context>
<context>
    <name>TableSheet</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>TargetChoice</name>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Which of the targets is shown, here and in the other views.</source>
        <translation>在此处和其他视图中显示哪一个目标。</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>What this step points at, {target}, is not there now.</source>
        <translation>这一步要指出的 {target} 现在不在窗口中。</translation>
    </message>
</context>
<context>
    <name>TensorField</name>
    <message>
        <source>{name}, the result of step {step}</source>
        <translation>{name}，即第{step}步的结果</translation>
    </message>
    <message>
        <source>no tensor</source>
        <translation>没有张量</translation>
    </message>
    <message>
        <source>Too many cells to show: only the shape is told.</source>
        <translation>元素太多，只给出形状。</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1字节</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1字节</translation>
    </message>
</context>
<context>
    <name>TensorGrid</name>
    <message>
        <source>axes 0 to %1</source>
        <translation>轴0到轴%1</translation>
    </message>
    <message>
        <source>axis %1</source>
        <translation>轴%1</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>Space, / or double-click</source>
        <translation>空格、/ 或双击</translation>
    </message>
    <message>
        <source>Add a layer by its name, behind the selected one or into the selected connection</source>
        <translation>按名称添加层：在所选层之后，或插入所选连接</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加便签</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Go to what the adviser says; Esc comes back</source>
        <translation>转到顾问所指之处；Esc 返回</translation>
    </message>
    <message>
        <source>Alt+arrows</source>
        <translation>Alt+方向键</translation>
    </message>
    <message>
        <source>Walk along connections; ← and → are the lesson’s while it is in front</source>
        <translation>沿连接走；课程在前面时，← 和 → 翻的是课程的步骤</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page Up、Page Down</translation>
    </message>
    <message>
        <source>Every layer and note in turn</source>
        <translation>依次走过所有层和便签</translation>
    </message>
    <message>
        <source>Tab, or . and ,</source>
        <translation>Tab，或 . 和 ,</translation>
    </message>
    <message>
        <source>Every layer and every connection in turn</source>
        <translation>依次走过所有层和连接</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Leave the canvas</source>
        <translation>离开画布</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Take what is offered, such as to join a gap</source>
        <translation>接受提示，例如接上缺口</translation>
    </message>
    <message>
        <source>R or Enter</source>
        <translation>R 或回车</translation>
    </message>
    <message>
        <source>Lead the selected connection to another layer</source>
        <translation>把所选连接改接到另一层</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Move what is selected</source>
        <translation>移动所选</translation>
    </message>
    <message>
        <source>Edit the selected layer, or go into the group</source>
        <translation>编辑所选层，或进入组</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Rename it in place</source>
        <translation>就地重命名</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>Connect from it; arrows or a name choose the target</source>
        <translation>从它开始连接；用方向键或名称选择目标</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>Show its neurons, then collapse it, then expand it</source>
        <translation>显示它的神经元，再折叠，再展开</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Type numbers into its weights</source>
        <translation>在它的权值里输入数字</translation>
    </message>
    <message>
        <source>Drag on a number</source>
        <translation>在数字上拖动</translation>
    </message>
    <message>
        <source>Turn that weight up or down, with Shift finely; Esc gives it back</source>
        <translation>上下调节这个权值，按住 Shift 为微调；Esc 还原</translation>
    </message>
    <message>
        <source>+ and -</source>
        <translation>+ 和 -</translation>
    </message>
    <message>
        <source>One neuron more or less in the selected layers</source>
        <translation>所选层增加或减少一个神经元</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Delete what is selected</source>
        <translation>删除所选</translation>
    </message>
    <message>
        <source>Ctrl+Delete</source>
        <translation>Ctrl+Delete</translation>
    </message>
    <message>
        <source>Cut layers</source>
        <translation>剪切层</translation>
    </message>
    <message>
        <source>Cut notes</source>
        <translation>剪切便签</translation>
    </message>
    <message>
        <source>Paste layers</source>
        <translation>粘贴层</translation>
    </message>
    <message>
        <source>Duplicate layers</source>
        <translation>创建层的副本</translation>
    </message>
    <message>
        <source>Duplicate notes</source>
        <translation>创建便签的副本</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>移除连接</translation>
    </message>
    <message>
        <source>Remove arrow</source>
        <translation>移除箭头</translation>
    </message>
    <message>
        <source>Delete layers</source>
        <translation>删除层</translation>
    </message>
    <message>
        <source>Delete notes</source>
        <translation>删除便签</translation>
    </message>
    <message>
        <source>Delete and join the gap</source>
        <translation>删除并接上缺口</translation>
    </message>
    <message>
        <source>Freeze layers</source>
        <translation>冻结层</translation>
    </message>
    <message>
        <source>Unfreeze layers</source>
        <translation>解冻层</translation>
    </message>
    <message>
        <source>Colour note</source>
        <translation>给便签上色</translation>
    </message>
    <message>
        <source>Move layers</source>
        <translation>移动层</translation>
    </message>
    <message>
        <source>Move notes</source>
        <translation>移动便签</translation>
    </message>
    <message>
        <source>Align layers</source>
        <translation>对齐层</translation>
    </message>
    <message>
        <source>Distribute layers</source>
        <translation>均匀分布层</translation>
    </message>
    <message>
        <source>Arrange layers</source>
        <translation>排列层</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+单击</translation>
    </message>
    <message>
        <source>Add to the selection, or take away</source>
        <translation>加入选择，或取消选择</translation>
    </message>
    <message>
        <source>Space+drag</source>
        <translation>空格+拖动</translation>
    </message>
    <message>
        <source>Pan; the wheel zooms</source>
        <translation>平移；滚轮缩放</translation>
    </message>
    <message>
        <source>Ctrl with + and -</source>
        <translation>Ctrl 加 + 和 -</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>放大和缩小</translation>
    </message>
    <message>
        <source>Alt while moving</source>
        <translation>移动时按住 Alt</translation>
    </message>
    <message>
        <source>Leave the grid</source>
        <translation>不对齐网格</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Give up what is under way; select nothing</source>
        <translation>放弃正在做的事；取消选择</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1个神经元</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>{count}个神经元</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1个输入</translation>
    </message>
    <message>
        <source>{count} inputs</source>
        <translation>{count}个输入</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1个值</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count}个值</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1个样本</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count}个样本</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1幅图像</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count}幅图像</translation>
    </message>
    <message>
        <source>1 sequence</source>
        <translation>1个序列</translation>
    </message>
    <message>
        <source>{count} sequences</source>
        <translation>{count}个序列</translation>
    </message>
    <message>
        <source>1 weight</source>
        <translation>1个权值</translation>
    </message>
    <message>
        <source>{count} weights</source>
        <translation>{count}个权值</translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation>1个参数</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count}个参数</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1个问题</translation>
    </message>
    <message>
        <source>{count} problems</source>
        <translation>{count}个问题</translation>
    </message>
    <message>
        <source>slope {value}</source>
        <translation>斜率 {value}</translation>
    </message>
    <message>
        <source>alpha {value}</source>
        <translation>alpha {value}</translation>
    </message>
    <message>
        <source>rate {value}</source>
        <translation>比率 {value}</translation>
    </message>
    <message>
        <source>deviation {value}</source>
        <translation>标准差 {value}</translation>
    </message>
    <message>
        <source>momentum {value}</source>
        <translation>动量 {value}</translation>
    </message>
    <message>
        <source>reach {value}</source>
        <translation>幅度 {value}</translation>
    </message>
    <message>
        <source>turn {value}</source>
        <translation>转角 {value}</translation>
    </message>
    <message>
        <source>{layer}: {problem}</source>
        <translation>{layer}：{problem}</translation>
    </message>
    <message>
        <source>The loss jumps: a learning rate of {rate} is too high.</source>
        <translation>损失在跳动：学习率 {rate} 太高了。</translation>
    </message>
    <message>
        <source>A learning rate of {rate} has thrown {layer} out of reach.</source>
        <translation>学习率 {rate} 把 {layer} 甩到了学不动的地方。</translation>
    </message>
    <message>
        <source>The gradient does not reach the first {count} of {all} layers.</source>
        <translation>梯度到不了{all}层中的前{count}层。</translation>
    </message>
    <message>
        <source>The gradient does not reach {count} of {all} layers.</source>
        <translation>梯度到不了{all}层中的{count}层。</translation>
    </message>
    <message>
        <source>The output is saturated.</source>
        <translation>输出饱和了。</translation>
    </message>
    <message>
        <source>All neurons of {layer} are dead.</source>
        <translation>{layer} 的神经元全死了。</translation>
    </message>
    <message>
        <source>Half of the neurons of {layer} are dead.</source>
        <translation>{layer} 有一半神经元死了。</translation>
    </message>
    <message>
        <source>Most neurons of {layer} are dead.</source>
        <translation>{layer} 的大多数神经元死了。</translation>
    </message>
    <message>
        <source>Validation parts from training since epoch {epoch}.</source>
        <translation>从第{epoch}轮起，验证损失与训练损失开始背离。</translation>
    </message>
    <message>
        <source>Learning has stood still for {epochs} epochs.</source>
        <translation>学习已停滞{epochs}轮。</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <source>below {below}</source>
        <translation>低于 {below}</translation>
    </message>
    <message>
        <source>flat at {share} of the points</source>
        <translation>在 {share} 的样本上平坦</translation>
    </message>
    <message>
        <source>{dead} of {units}</source>
        <translation>{units}个中的{dead}个</translation>
    </message>
    <message>
        <source>{best} → {now}</source>
        <translation>{best} → {now}</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>损失 {loss}</translation>
    </message>
    <message>
        <source>Each step is so long that it leaps over the valley it should go down into, so the loss goes up again. It led the weights to where smaller steps are lost as well, so a lower rate begins anew.</source>
        <translation>每一步都大到越过了本该走下去的谷底，所以损失又上升。它把权值带到了步子再小也没用的地方，因此学习率降低后从头开始。</translation>
    </message>
    <message>
        <source>Steps that were too long have made its weights more than ten times as large. There its activation is flat, so no gradient gets through, and smaller steps alone do not bring it back: it takes new first weights.</source>
        <translation>步子太大，使它的权值涨到十倍以上。激活函数在那里是平的，梯度传不过去，单靠减小步子也回不来：需要新的初始权值。</translation>
    </message>
    <message>
        <source>Back through each layer the gradient loses a part of its size, and next to nothing is left of it for these: their weights stand still. Leaky ReLU lets it through, and He first weights keep its size; it takes both.</source>
        <translation>梯度每往回过一层就损失一部分，到这些层几乎没有了：它们的权值不再变化。Leaky ReLU 让梯度通过，He 初始化保持它的大小；两者都需要。</translation>
    </message>
    <message>
        <source>Its function is flat at nearly every point, right or wrong, so next to no gradient comes back from there. A linear output has a slope everywhere.</source>
        <translation>它的函数几乎对每个样本（无论对错）都是平的，几乎没有梯度从那里传回来。线性输出处处有斜率。</translation>
    </message>
    <message>
        <source>A ReLU that gives 0 for every point has no slope, so its weights get no gradient and it stays that way. Leaky ReLU has a small slope there, which brings such neurons back.</source>
        <translation>对每个样本都输出0的 ReLU 没有斜率，权值得不到梯度，就一直如此。Leaky ReLU 在那里有很小的斜率，能让这样的神经元活过来。</translation>
    </message>
    <message>
        <source>The network learns its train points by heart: their loss still falls, and that of other points rises. More points, fewer neurons, dropout or penalties help; or the weights of the best epoch.</source>
        <translation>网络在死记训练样本：训练损失还在下降，其他样本的损失却在上升。增加样本、减少神经元、用 Dropout 或权值惩罚会有帮助；也可以回到最佳一轮的权值。</translation>
    </message>
    <message>
        <source>The loss has not changed by more than 1 % for so long, and it is far from learned: the network is too small for these data, sits on a plateau, or takes steps that are too short.</source>
        <translation>这么久以来损失的变化不超过1%，而离学会还很远：网络对这份数据太小、停在平台区，或者步子太小。</translation>
    </message>
    <message>
        <source>Set the rate to {rate}</source>
        <translation>把学习率设为 {rate}</translation>
    </message>
    <message>
        <source>Use Leaky ReLU with He</source>
        <translation>改用 Leaky ReLU 与 He 初始化</translation>
    </message>
    <message>
        <source>Use Leaky ReLU there</source>
        <translation>这里改用 Leaky ReLU</translation>
    </message>
    <message>
        <source>Use cross-entropy</source>
        <translation>改用交叉熵</translation>
    </message>
    <message>
        <source>Use a linear output</source>
        <translation>改用线性输出</translation>
    </message>
    <message>
        <source>Grow {layer} to {units}</source>
        <translation>把 {layer} 增加到{units}</translation>
    </message>
    <message>
        <source>Go back to epoch {epoch}</source>
        <translation>回到第{epoch}轮</translation>
    </message>
    <message>
        <source>It begins a new run, with new first weights.</source>
        <translation>用新的初始权值开始一次新的训练。</translation>
    </message>
    <message>
        <source>The run goes on with the weights it has.</source>
        <translation>用现有的权值继续训练。</translation>
    </message>
    <message>
        <source>Loading TensorFlow</source>
        <translation>正在加载 TensorFlow</translation>
    </message>
    <message>
        <source>Not all is well before it learns: the list of problems says what.</source>
        <translation>学习之前就有不妥之处：请看问题列表。</translation>
    </message>
    <message>
        <source>Ready to learn. No problems found.</source>
        <translation>可以开始学习。没有发现问题。</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>没有异常。</translation>
    </message>
    <message>
        <source>Adviser is off.</source>
        <translation>顾问已关闭。</translation>
    </message>
    <message>
        <source>{setting} {before} → {after}</source>
        <translation>{setting} {before} → {after}</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{setting} {value}</source>
        <translation>{setting} {value}</translation>
    </message>
    <message>
        <source>{change} ({count} layers)</source>
        <translation>{change}（{count}层）</translation>
    </message>
    <message>
        <source>{layer} added</source>
        <translation>添加 {layer}</translation>
    </message>
    <message>
        <source>{layer} removed</source>
        <translation>移除 {layer}</translation>
    </message>
    <message>
        <source>with {layer}</source>
        <translation>有 {layer}</translation>
    </message>
    <message>
        <source>without {layer}</source>
        <translation>无 {layer}</translation>
    </message>
    <message>
        <source>other connections</source>
        <translation>连接不同</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>训练{number}</translation>
    </message>
    <message>
        <source>Run {number} · {what}</source>
        <translation>训练 {number} · {what}</translation>
    </message>
    <message>
        <source>the same settings</source>
        <translation>设置相同</translation>
    </message>
    <message>
        <source>{first}, {next}</source>
        <translation>{first}、{next}</translation>
    </message>
    <message>
        <source>{first} and {count} more</source>
        <translation>{first} 等，另有{count}处</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Learning rate {before} → {after}.</source>
        <translation>学习率 {before} → {after}。</translation>
    </message>
    <message>
        <source>Edited: {what}.</source>
        <translation>已编辑：{what}。</translation>
    </message>
    <message>
        <source>A weight was set to {value}.</source>
        <translation>一个权值被设为 {value}。</translation>
    </message>
    <message>
        <source>One step for a single sample.</source>
        <translation>只用一个样本走了一步。</translation>
    </message>
    <message>
        <source>It began with the weights of a file.</source>
        <translation>以文件中的权值开始。</translation>
    </message>
    <message>
        <source>Resumed after a pause.</source>
        <translation>暂停后继续。</translation>
    </message>
    <message>
        <source>Gone on from here; the run had come to epoch {newest}.</source>
        <translation>从这里继续；此前已训练到第{newest}轮。</translation>
    </message>
    <message>
        <source>The best weights, of epoch {best}, were restored.</source>
        <translation>已恢复第{best}轮的最佳权值。</translation>
    </message>
    <message>
        <source>The loss exploded after this epoch; the network went back to it.</source>
        <translation>这一轮之后损失爆炸；网络回到了这一轮。</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>两团点云</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>棋盘</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Hills</source>
        <translation>山丘</translation>
    </message>
    <message>
        <source>Sinc</source>
        <translation>Sinc</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>Three blobs</source>
        <translation>三团点云</translation>
    </message>
    <message>
        <source>Four blobs</source>
        <translation>四团点云</translation>
    </message>
    <message>
        <source>Three arms</source>
        <translation>三条旋臂</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>同心环</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>自定边界</translation>
    </message>
    <message>
        <source>Wave forms</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>A disc inside a ring: two classes that no straight line can part.</source>
        <translation>一个圆盘在一个圆环里：任何直线都分不开这两类。</translation>
    </message>
    <message>
        <source>The class is whether the signs of x₁ and x₂ agree.</source>
        <translation>类别取决于 x₁ 与 x₂ 是否同号。</translation>
    </message>
    <message>
        <source>Two clouds of points; a single straight line parts them.</source>
        <translation>两团点云，一条直线就能分开。</translation>
    </message>
    <message>
        <source>Two arms wound around each other: the hardest on the plane.</source>
        <translation>两条互相缠绕的旋臂：平面上最难的一个。</translation>
    </message>
    <message>
        <source>Two half-moons that reach into each other.</source>
        <translation>两个互相咬合的半月。</translation>
    </message>
    <message>
        <source>Squares of two classes, as on a chessboard.</source>
        <translation>像国际象棋棋盘一样的两类方格。</translation>
    </message>
    <message>
        <source>A value that rises evenly along the diagonal.</source>
        <translation>沿对角线均匀上升的值。</translation>
    </message>
    <message>
        <source>A value with hills and valleys.</source>
        <translation>有山丘也有山谷的值。</translation>
    </message>
    <message>
        <source>A value that ripples outwards: a peak with rings around it.</source>
        <translation>一圈圈荡开的值：中间一个峰，周围是环。</translation>
    </message>
    <message>
        <source>One input and a wave to follow.</source>
        <translation>一个输入，一条要跟上的波。</translation>
    </message>
    <message>
        <source>Three clouds of points, a class each.</source>
        <translation>三团点云，每团一类。</translation>
    </message>
    <message>
        <source>Four clouds of points, a class each.</source>
        <translation>四团点云，每团一类。</translation>
    </message>
    <message>
        <source>Three arms wound around each other, a class each.</source>
        <translation>三条互相缠绕的旋臂，每条一类。</translation>
    </message>
    <message>
        <source>A disc and two rings around it: three classes, one inside another.</source>
        <translation>一个圆盘和外面两个圆环：三类，一类套着一类。</translation>
    </message>
    <message>
        <source>Two classes, above and below a curve that you type.</source>
        <translation>两类，分别在您输入的曲线之上和之下。</translation>
    </message>
    <message>
        <source>Sine, square or sawtooth? Sequences of 32 values, with any start and pace.</source>
        <translation>正弦波、方波还是锯齿波？长度为32的序列，起点和快慢任意。</translation>
    </message>
    <message>
        <source>Three kinds of iris, told apart by four lengths; 150 flowers.</source>
        <translation>三种鸢尾花，靠四个长度区分；150朵。</translation>
    </message>
    <message>
        <source>Handwritten digits of 8 × 8 pixels; 1,797 pictures.</source>
        <translation>8 × 8 像素的手写数字；1,797张图像。</translation>
    </message>
    <message>
        <source>sepal length</source>
        <translation>萼片长度</translation>
    </message>
    <message>
        <source>sepal width</source>
        <translation>萼片宽度</translation>
    </message>
    <message>
        <source>petal length</source>
        <translation>花瓣长度</translation>
    </message>
    <message>
        <source>petal width</source>
        <translation>花瓣宽度</translation>
    </message>
    <message>
        <source>pixel {row} {column}</source>
        <translation>像素 {row} {column}</translation>
    </message>
    <message>
        <source>step {row}</source>
        <translation>第{row}步</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>正弦波</translation>
    </message>
    <message>
        <source>square</source>
        <translation>方波</translation>
    </message>
    <message>
        <source>sawtooth</source>
        <translation>锯齿波</translation>
    </message>
    <message>
        <source>inner</source>
        <translation>内</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中</translation>
    </message>
    <message>
        <source>outer</source>
        <translation>外</translation>
    </message>
    <message>
        <source>setosa</source>
        <translation>山鸢尾</translation>
    </message>
    <message>
        <source>versicolor</source>
        <translation>变色鸢尾</translation>
    </message>
    <message>
        <source>virginica</source>
        <translation>维吉尼亚鸢尾</translation>
    </message>
    <message>
        <source>Penguins: three species, with missing values</source>
        <translation>企鹅：三个物种，含缺失值</translation>
    </message>
    <message>
        <source>Wine: three cultivars, 13 measurements</source>
        <translation>葡萄酒：三个品种，13项测量值</translation>
    </message>
    <message>
        <source>Breast cancer: malignant or benign, 30 measurements</source>
        <translation>乳腺癌：恶性或良性，30项测量值</translation>
    </message>
    <message>
        <source>Diabetes: a value to predict, how it went on after a year</source>
        <translation>糖尿病：预测一个数值，即一年后的病情进展</translation>
    </message>
    <message>
        <source>{rows} rows: {train} to train, {test} to validate, {split}
{inputs} inputs: {names}
Target: {target}</source>
        <translation>共{rows}行：{train}行用于训练，{test}行用于验证，{split}
{inputs}个输入：{names}
目标：{target}</translation>
    </message>
    <message>
        <source>Train loss and train metrics are of {judged} of the {train} rows to train.</source>
        <translation>训练损失和训练指标只用{train}行训练数据中的{judged}行计算。</translation>
    </message>
    <message>
        <source>In the loss the target is standardised: 1 stands for {size}.</source>
        <translation>损失里的目标是标准化的：1相当于 {size}。</translation>
    </message>
    <message>
        <source>chosen at random</source>
        <translation>随机选取</translation>
    </message>
    <message>
        <source>with the same share of each class</source>
        <translation>各类别比例相同</translation>
    </message>
    <message>
        <source>which are the last</source>
        <translation>取最后的行验证</translation>
    </message>
    <message>
        <source>each row by its own numbers</source>
        <translation>由每行自身的数值决定</translation>
    </message>
    <message>
        <source>as the column “{column}” says ({words})</source>
        <translation>由“{column}”列指定（{words} 用于验证）</translation>
    </message>
    <message>
        <source>Data of your own: {rows} rows, {inputs} inputs, and {target} to learn.</source>
        <translation>你自己的数据：{rows}行，{inputs} 个输入，要学的是 {target}。</translation>
    </message>
    <message>
        <source>two classes</source>
        <translation>两个类别</translation>
    </message>
    <message>
        <source>several classes</source>
        <translation>多个类别</translation>
    </message>
    <message>
        <source>a value to predict</source>
        <translation>预测一个值</translation>
    </message>
    <message>
        <source>Needs 1 value</source>
        <translation>需要1个值</translation>
    </message>
    <message>
        <source>Needs {count} values</source>
        <translation>需要{count}个值</translation>
    </message>
    <message>
        <source>Needs {count} values, one for each class</source>
        <translation>需要{count}个值，每类一个</translation>
    </message>
    <message>
        <source>This loss does not suit the data</source>
        <translation>这个损失不适合这份数据</translation>
    </message>
    <message>
        <source>Keras network</source>
        <translation>Keras 网络</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>Keras network, legacy</source>
        <translation>Keras 网络（旧格式）</translation>
    </message>
    <message>
        <source>SavedModel folder</source>
        <translation>SavedModel 文件夹</translation>
    </message>
    <message>
        <source>ONNX network</source>
        <translation>ONNX 网络</translation>
    </message>
    <message>
        <source>TensorFlow Lite</source>
        <translation>TensorFlow Lite</translation>
    </message>
    <message>
        <source>TFLite float16</source>
        <translation>TF Lite，float16</translation>
    </message>
    <message>
        <source>TFLite dynamic</source>
        <translation>TF Lite，整数权值</translation>
    </message>
    <message>
        <source>TFLite int8</source>
        <translation>TF Lite，int8</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python 脚本</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>笔记本</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>模型卡片</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>结构图</translation>
    </message>
    <message>
        <source>Figure as PDF</source>
        <translation>结构图（PDF）</translation>
    </message>
    <message>
        <source>History of the run</source>
        <translation>训练历史</translation>
    </message>
    <message>
        <source>Picture of the window</source>
        <translation>窗口图片</translation>
    </message>
    <message>
        <source>{title}, opens in Keras {version} or later</source>
        <translation>{title}，可用 Keras {version} 或更新版本打开</translation>
    </message>
    <message>
        <source>{title} ({ending})</source>
        <translation>{title} ({ending})</translation>
    </message>
    <message>
        <source>written but not checked: there is no room for temporary files.</source>
        <translation>已写入，但未检查：临时文件夹的空间不足。</translation>
    </message>
    <message>
        <source>The state of this optimizer opens in Keras {version} or later.</source>
        <translation>这个优化器的状态要用 Keras {version} 或更新版本打开。</translation>
    </message>
    <message>
        <source>{count} weights are too few to save anything: .tflite is no larger.</source>
        <translation>只有{count}个权值，省不下空间：.tflite 并不更大。</translation>
    </message>
    <message>
        <source>{layers}: so few weights stay as they are, nothing is saved there.</source>
        <translation>{layers}：权值太少，会原样保留，那里省不下空间。</translation>
    </message>
    <message>
        <source>{layers}: a recurrent layer cannot be in whole numbers throughout; .dynamic.tflite can hold it.</source>
        <translation>{layers}：循环层不能全部用整数；可以改用 .dynamic.tflite。</translation>
    </message>
    <message>
        <source>{layers}: a recurrent layer takes one row at a time here.</source>
        <translation>{layers}：循环层在这里每次只接受一行数据。</translation>
    </message>
    <message>
        <source>{layers}: whole numbers round it most, and answers may change.</source>
        <translation>{layers}：改用整数时它的舍入误差最大，结果可能改变。</translation>
    </message>
    <message>
        <source>{layers}: works only while training, so it is left out; answers stay the same.</source>
        <translation>{layers}：只在训练时起作用，因此会省去；结果不变。</translation>
    </message>
    <message>
        <source>It takes rows as the network sees them, prepared as the model card says: its numbers are too coarse for columns as they are, which a .tflite, .keras or .onnx file and a SavedModel take.</source>
        <translation>输入是网络所见的行，要按模型卡片的说明预处理：它的数太粗，放不下表格原来的列；.tflite、.keras、.onnx 文件和 SavedModel 直接接受原来的列。</translation>
    </message>
    <message>
        <source>{layers}: the formula itself is not in it.</source>
        <translation>{layers}：公式本身不在文件里。</translation>
    </message>
    <message>
        <source>{layers}: its penalty is no part of Keras, so the file trains on without it; answers stay the same.</source>
        <translation>{layers}：它的惩罚项不是 Keras 的一部分，用这个文件继续训练时没有它；结果不变。</translation>
    </message>
    <message>
        <source>{layers} and {count} more</source>
        <translation>{layers} 以及另外{count}个</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>float16</source>
        <translation>float16</translation>
    </message>
    <message>
        <source>whole-number weights</source>
        <translation>整数权值</translation>
    </message>
    <message>
        <source>int8</source>
        <translation>int8</translation>
    </message>
    <message>
        <source>{form}: {size}, largest difference {difference}</source>
        <translation>{form}：{size}，最大差异 {difference}</translation>
    </message>
    <message>
        <source>{line}, accuracy {accuracy}</source>
        <translation>{line}，准确率 {accuracy}</translation>
    </message>
    <message>
        <source>{line}. It gains nothing: it is no smaller than float32.</source>
        <translation>{line}。没有收益：不比 float32 小。</translation>
    </message>
    <message>
        <source>{count} kB</source>
        <translation>{count} kB</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} MB</translation>
    </message>
    <message>
        <source>{count} GB</source>
        <translation>{count} GB</translation>
    </message>
    <message>
        <source>The file is too large for a project.</source>
        <translation>文件太大，不像是项目。</translation>
    </message>
    <message>
        <source>There is nothing to paste.</source>
        <translation>没有可粘贴的内容。</translation>
    </message>
    <message>
        <source>The file holds far more than any project does.</source>
        <translation>这个文件里的内容远远超过任何项目所能包含的。</translation>
    </message>
    <message>
        <source>This is not a project file, or it was cut short: it is not valid JSON</source>
        <translation>这不是项目文件，或者不完整：不是有效的 JSON</translation>
    </message>
    <message>
        <source>The file is nested too deep for a project.</source>
        <translation>文件嵌套太深，不像是项目。</translation>
    </message>
    <message>
        <source>This JSON file is not a Playground project</source>
        <translation>这个 JSON 文件不是 Playground 项目</translation>
    </message>
    <message>
        <source>What was learned is damaged: an array is not what was saved</source>
        <translation>学到的内容已损坏：有一个数组与保存时不一致</translation>
    </message>
    <message>
        <source>What was learned is damaged: a part of it is missing</source>
        <translation>学到的内容已损坏：缺少一部分</translation>
    </message>
    <message>
        <source>What was learned is damaged: it cannot have come of a run</source>
        <translation>学到的内容已损坏：任何一次训练都得不出这样的结果</translation>
    </message>
    <message>
        <source>The file was saved by a newer Playground; update to open it</source>
        <translation>文件由更新版本的 Playground 保存；请升级后打开</translation>
    </message>
    <message>
        <source>one of {options}</source>
        <translation>下列之一：{options}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>whole numbers from 0 on</source>
        <translation>从0开始的整数</translation>
    </message>
    <message>
        <source>numbers of type {type}</source>
        <translation>{type} 类型的数</translation>
    </message>
    <message>
        <source>1 to 4 sizes of 1 to {high}</source>
        <translation>1到4个尺寸，每个为1到{high}</translation>
    </message>
    <message>
        <source>numbers of {low} to {high}</source>
        <translation>{low} 到 {high} 的数</translation>
    </message>
    <message>
        <source>a list of {options}</source>
        <translation>由 {options} 组成的列表</translation>
    </message>
    <message>
        <source>one line of at most {longest} letters</source>
        <translation>一行文字，不超过{longest}个字符</translation>
    </message>
    <message>
        <source>a formula of x, such as x * sigmoid(x)</source>
        <translation>x 的公式，如 x * sigmoid(x)</translation>
    </message>
    <message>
        <source>at most {most} MiB</source>
        <translation>不超过{most} MiB</translation>
    </message>
    <message>
        <source>an id of its own</source>
        <translation>不与其他重复的 id</translation>
    </message>
    <message>
        <source>none: it is the project&apos;s</source>
        <translation>不应出现：此项由项目决定</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>an object {...}</source>
        <translation>对象 {...}</translation>
    </message>
    <message>
        <source>a list [...]</source>
        <translation>列表 [...]</translation>
    </message>
    <message>
        <source>at most {most} entries</source>
        <translation>不超过{most}项</translation>
    </message>
    <message>
        <source>a small letter, then letters, digits or _</source>
        <translation>以小写字母开头，后接字母、数字或 _</translation>
    </message>
    <message>
        <source>text of at most {most} letters</source>
        <translation>不超过{most}个字符的文字</translation>
    </message>
    <message>
        <source>base64</source>
        <translation>base64 编码</translation>
    </message>
    <message>
        <source>the rows, or the recipe of a table</source>
        <translation>数据行，或表格的读取方式</translation>
    </message>
    <message>
        <source>2 columns</source>
        <translation>2列</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count}个字节</translation>
    </message>
    <message>
        <source>the digest of the values</source>
        <translation>这些数值的摘要</translation>
    </message>
    <message>
        <source>finite numbers</source>
        <translation>有限的数值</translation>
    </message>
    <message>
        <source>labels of its classes</source>
        <translation>所列类别的标签</translation>
    </message>
    <message>
        <source>64 digits from 0 to f</source>
        <translation>64位0到 f 的数字</translation>
    </message>
    <message>
        <source>none: they are named</source>
        <translation>不应有：只记名称</translation>
    </message>
    <message>
        <source>[x, y], each from -{far} to {far}</source>
        <translation>[x, y]，各在 -{far} 到 {far} 之间</translation>
    </message>
    <message>
        <source>note_1, note_2 or another number</source>
        <translation>note_1、note_2 等带编号的名称</translation>
    </message>
    <message>
        <source>each end once</source>
        <translation>每个终点只出现一次</translation>
    </message>
    <message>
        <source>the id of a node</source>
        <translation>某个节点的 id</translation>
    </message>
    <message>
        <source>the id of a node or group</source>
        <translation>某个节点或组的 id</translation>
    </message>
    <message>
        <source>a member of no other group</source>
        <translation>不属于其他组的成员</translation>
    </message>
    <message>
        <source>no group within itself</source>
        <translation>不包含自身的组</translation>
    </message>
    <message>
        <source>at most {most} groups in one another</source>
        <translation>分组最多嵌套{most}层</translation>
    </message>
    <message>
        <source>an id that no note can have</source>
        <translation>不会与便签混淆的 id</translation>
    </message>
    <message>
        <source>ids of nodes or groups</source>
        <translation>节点或组的 id</translation>
    </message>
    <message>
        <source>no path that leaves the group and comes back</source>
        <translation>没有离开组又返回的路径</translation>
    </message>
    <message>
        <source>no loop</source>
        <translation>没有环路</translation>
    </message>
    <message>
        <source>“{data}” and “{output}” at their ids</source>
        <translation>“{data}”和“{output}”各用自己的 id</translation>
    </message>
    <message>
        <source>a node “{needed}”</source>
        <translation>节点“{needed}”</translation>
    </message>
    <message>
        <source>[source, target]</source>
        <translation>[起点, 终点]</translation>
    </message>
    <message>
        <source>a connection that can be made, once</source>
        <translation>可以成立的连接，且只出现一次</translation>
    </message>
    <message>
        <source>one group around all layers</source>
        <translation>一个包含所有层的组</translation>
    </message>
    <message>
        <source>{name}: expected one of {endings}, or no ending for a SavedModel folder</source>
        <translation>{name}：扩展名应为 {endings} 之一；存为 SavedModel 文件夹时不带扩展名</translation>
    </message>
    <message>
        <source>{place}: {wrong}</source>
        <translation>{place}：{wrong}</translation>
    </message>
    <message>
        <source>{wrong} ({place}).</source>
        <translation>{wrong}（{place}）。</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第{number}行</translation>
    </message>
    <message>
        <source>byte {number}</source>
        <translation>第{number}字节</translation>
    </message>
    <message>
        <source>Permission is missing for this place</source>
        <translation>没有访问此位置的权限</translation>
    </message>
    <message>
        <source>This is a folder, not a file</source>
        <translation>这是文件夹，不是文件</translation>
    </message>
    <message>
        <source>A part of the path is a file, not a folder</source>
        <translation>路径中有一处是文件，不是文件夹</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The disk can be read only</source>
        <translation>磁盘是只读的</translation>
    </message>
    <message>
        <source>The name is too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>Another program uses the file</source>
        <translation>文件正被其他程序使用</translation>
    </message>
    <message>
        <source>The links lead in a circle</source>
        <translation>链接首尾相接，找不到文件</translation>
    </message>
    <message>
        <source>The disk could not be read or written</source>
        <translation>磁盘读写出错</translation>
    </message>
    <message>
        <source>This folder holds other things than a SavedModel</source>
        <translation>此文件夹中已有 SavedModel 以外的内容</translation>
    </message>
    <message>
        <source>This folder holds other things than logs for TensorBoard</source>
        <translation>该文件夹中有 TensorBoard 日志以外的内容</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>没有这个文件夹</translation>
    </message>
    <message>
        <source>there is no network yet</source>
        <translation>还没有网络</translation>
    </message>
    <message>
        <source>ONNX files need two more packages: pip install neuroplayground[export]</source>
        <translation>ONNX 文件还需要两个软件包：pip install neuroplayground[export]</translation>
    </message>
    <message>
        <source>This is no ordinary file, so nothing can be kept there</source>
        <translation>这不是普通文件，无法在此存放内容</translation>
    </message>
    <message>
        <source>This is a pipe, not a file that can be read</source>
        <translation>这是管道，不是可以读取的文件</translation>
    </message>
    <message>
        <source>This is a socket, not a file that can be read</source>
        <translation>这是套接字，不是可以读取的文件</translation>
    </message>
    <message>
        <source>This is a device, not a file that can be read</source>
        <translation>这是设备，不是可以读取的文件</translation>
    </message>
    <message>
        <source>The file was changed by somebody else meanwhile</source>
        <translation>在此期间，该文件已被他人修改</translation>
    </message>
    <message>
        <source>ffmpeg ended without a word</source>
        <translation>ffmpeg 意外退出，没有说明原因</translation>
    </message>
    <message>
        <source>The conversion took too long and was stopped</source>
        <translation>转换用时过长，已停止</translation>
    </message>
    <message>
        <source>This is a picture.</source>
        <translation>这是图片。</translation>
    </message>
    <message>
        <source>This is Python code.</source>
        <translation>这是 Python 代码。</translation>
    </message>
    <message>
        <source>This is a TensorFlow Lite model.</source>
        <translation>这是 TensorFlow Lite 模型。</translation>
    </message>
    <message>
        <source>These are NumPy arrays.</source>
        <translation>这是 NumPy 数组。</translation>
    </message>
    <message>
        <source>This is a notebook.</source>
        <translation>这是笔记本。</translation>
    </message>
    <message>
        <source>This is an archive.</source>
        <translation>这是压缩包。</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>这是文件夹。</translation>
    </message>
    <message>
        <source>The Playground cannot open it yet: it opens its own projects ({ending}) and links.</source>
        <translation>Playground 还不能打开它：只能打开自己的项目（{ending}）和链接。</translation>
    </message>
    <message>
        <source>Circle: a first network</source>
        <translation>圆环：第一个网络</translation>
    </message>
    <message>
        <source>XOR: why one line is not enough</source>
        <translation>异或：为什么一条线不够</translation>
    </message>
    <message>
        <source>Two clouds: the easiest border</source>
        <translation>两团点云：最简单的边界</translation>
    </message>
    <message>
        <source>Spiral: what depth is for</source>
        <translation>螺旋：深度有什么用</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>Boundary: type the border between two classes</source>
        <translation>自定边界：输入两类之间的边界</translation>
    </message>
    <message>
        <source>Three blobs: an output for each class</source>
        <translation>三团点云：每类一个输出</translation>
    </message>
    <message>
        <source>Four blobs: a corner for each class</source>
        <translation>四团点云：每类一个角</translation>
    </message>
    <message>
        <source>Rings: three classes, one inside another</source>
        <translation>同心环：三类，一类套着一类</translation>
    </message>
    <message>
        <source>Three arms: three spirals at once</source>
        <translation>三条旋臂：三条螺旋同时来</translation>
    </message>
    <message>
        <source>Plane: regression with a straight answer</source>
        <translation>平面：答案是直的回归</translation>
    </message>
    <message>
        <source>Bumps: regression with hills</source>
        <translation>山丘：有起伏的回归</translation>
    </message>
    <message>
        <source>Sinc: the surface sin(r)/r</source>
        <translation>Sinc：曲面 sin(r)/r</translation>
    </message>
    <message>
        <source>Sine: a noisy curve</source>
        <translation>正弦：带噪声的曲线</translation>
    </message>
    <message>
        <source>Waves: a memory for sequences</source>
        <translation>波形：记住序列</translation>
    </message>
    <message>
        <source>Iris: three kinds of flowers</source>
        <translation>鸢尾花：三个品种</translation>
    </message>
    <message>
        <source>Digits: handwriting, 8 by 8</source>
        <translation>手写数字：8 × 8</translation>
    </message>
    <message>
        <source>Pictures: digits seen by a convolution</source>
        <translation>图像：用卷积看数字</translation>
    </message>
    <message>
        <source>Branches: two ways, merged</source>
        <translation>分支：两条路，再合并</translation>
    </message>
    <message>
        <source>Dropout against overfitting</source>
        <translation>用 Dropout 防止过拟合</translation>
    </message>
    <message>
        <source>Step: why it cannot learn</source>
        <translation>阶跃：为什么学不会</translation>
    </message>
    <message>
        <source>NumPy weights</source>
        <translation>供 NumPy 读取的权值</translation>
    </message>
    <message>
        <source>JSON weights</source>
        <translation>JSON 格式的权值</translation>
    </message>
    <message>
        <source>Weights table</source>
        <translation>表格形式的权值</translation>
    </message>
    <message>
        <source>Page that runs</source>
        <translation>可运行的网页</translation>
    </message>
    <message>
        <source>Python script, tensors</source>
        <translation>Python 脚本（张量）</translation>
    </message>
    <message>
        <source>Python script, a class</source>
        <translation>Python 脚本（类）</translation>
    </message>
    <message>
        <source>History as JSON</source>
        <translation>JSON 格式的训练历史</translation>
    </message>
    <message>
        <source>TensorBoard folder</source>
        <translation>TensorBoard 文件夹</translation>
    </message>
    <message>
        <source>loaded back, {rows} rows, largest difference {difference}</source>
        <translation>已重新载入：{rows}行，最大差异 {difference}</translation>
    </message>
    <message>
        <source>{proof}, {share} of answers the same</source>
        <translation>{proof}，{share} 的答案相同</translation>
    </message>
    <message>
        <source>loaded back, {rows} rows, equal to the last digit</source>
        <translation>已重新载入：{rows}行，逐位相同</translation>
    </message>
    <message>
        <source>run alone, epochs: {epochs}; largest difference of losses {difference}</source>
        <translation>单独运行了{epochs}轮，损失的最大差异为 {difference}</translation>
    </message>
    <message>
        <source>read back, {rows} rows</source>
        <translation>已读回，{rows}行</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>已读回</translation>
    </message>
    <message>
        <source>loaded back, it gives other numbers: {found}. The file was kept.</source>
        <translation>重新载入后结果不同：{found}。文件已保留。</translation>
    </message>
    <message>
        <source>it could not be loaded back: {details}. The file was kept.</source>
        <translation>无法重新载入：{details}。文件已保留。</translation>
    </message>
    <message>
        <source>loading it back took too long and was stopped. The file was kept.</source>
        <translation>重新载入耗时太久，已中止。文件已保留。</translation>
    </message>
    <message>
        <source>what loaded it back crashed or ran out of memory. The file was kept.</source>
        <translation>重新载入的进程崩溃或内存不足。文件已保留。</translation>
    </message>
    <message>
        <source>written; loading it back was stopped.</source>
        <translation>已写入；读回核对已停止。</translation>
    </message>
    <message>
        <source>written but not checked: the package {details} is not installed.</source>
        <translation>已写入，但未检查：未安装软件包 {details}。</translation>
    </message>
    <message>
        <source>{file} gives the same as this network, to the last bit.</source>
        <translation>{file} 的输出与当前网络完全相同，精确到最后一位。</translation>
    </message>
    <message>
        <source>{file} and this network give different answers.</source>
        <translation>{file} 与当前网络的输出不同。</translation>
    </message>
    <message>
        <source>The weights in {file} do not fit this network.</source>
        <translation>{file} 中的权值与当前网络的结构不符。</translation>
    </message>
    <message>
        <source>{file} cannot be compared with this network.</source>
        <translation>{file} 无法与当前网络比较。</translation>
    </message>
    <message>
        <source>Keras loaded it back. Both were given {rows} rows of the data: {count} numbers.</source>
        <translation>文件已由 Keras 重新加载。两者输入相同的{rows}行数据，比较了{count}个输出值。</translation>
    </message>
    <message>
        <source>The weights were loaded into a network built the same way. Both were given {rows} rows: {count} numbers.</source>
        <translation>权值已加载到结构相同的新网络中。两者输入相同的{rows}行数据，比较了{count}个输出值。</translation>
    </message>
    <message>
        <source>TensorFlow loaded it back, without Keras. Both were given {rows} rows of the data: {count} numbers.</source>
        <translation>文件已由 TensorFlow 重新加载，未用 Keras。两者输入相同的{rows}行数据，比较了{count}个输出值。</translation>
    </message>
    <message>
        <source>The largest difference is {away}, at row {row}, output {output}: {saved} in the file, {present} here. The network has learned or was changed since the file was written.</source>
        <translation>最大差异为 {away}，在第{row}行、第 {output} 个输出：文件为 {saved}，当前为 {present}。文件保存之后，网络又训练过或修改过。</translation>
    </message>
    <message>
        <source>The largest difference is {away}, at row {row}, output {output}: as much as rounding makes. The order of sums is another one.</source>
        <translation>最大差异为 {away}，在第{row}行、第 {output} 个输出，属于舍入误差：求和的顺序不同。</translation>
    </message>
    <message>
        <source>{layer}: {saved} in the file, {present} here</source>
        <translation>{layer}：文件为 {saved}，当前为 {present}</translation>
    </message>
    <message>
        <source>{layer}: {saved} in the file, no such layer here</source>
        <translation>{layer}：文件为 {saved}，当前没有这一层</translation>
    </message>
    <message>
        <source>{layer}: not in the file, {present} here</source>
        <translation>{layer}：文件中没有，当前为 {present}</translation>
    </message>
    <message>
        <source>A file of weights alone needs a network with the same layers.</source>
        <translation>只保存权值的文件，需要加载到各层都相同的网络中。</translation>
    </message>
    <message>
        <source>The network here is not complete, or not built yet.</source>
        <translation>当前网络尚不完整，或尚未构建。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>It is none of what can be loaded back: a .keras file, a .weights.h5 file, or a SavedModel folder.</source>
        <translation>可以重新加载的只有 .keras 文件、.weights.h5 文件和 SavedModel 文件夹，它不属于其中任何一种。</translation>
    </message>
    <message>
        <source>It is damaged, or not what its name says. Keras says: {details}</source>
        <translation>文件已损坏，或内容与文件名不符。Keras 的提示：{details}</translation>
    </message>
    <message>
        <source>It is not loaded: it would read or write files by itself ({details}).</source>
        <translation>没有加载：它会自行读写文件（{details}）。</translation>
    </message>
    <message>
        <source>It takes {saved} inputs; the data here have {present}.</source>
        <translation>它需要 {saved} 个输入，而当前数据有 {present} 个。</translation>
    </message>
    <message>
        <source>It gives {saved} outputs; the network here gives {present}.</source>
        <translation>它给出 {saved} 个输出，而当前网络给出 {present} 个。</translation>
    </message>
    <message>
        <source>{name}: a film ends in .gif or .mp4</source>
        <translation>{name}：影片文件的扩展名应为 .gif 或 .mp4</translation>
    </message>
    <message>
        <source>expected {expected}, got {got}</source>
        <translation>应为：{expected}；实际为：{got}</translation>
    </message>
    <message>
        <source>The formula is not finished: something is missing at {position}.</source>
        <translation>公式没有写完：第{position}个字符处缺了点什么。</translation>
    </message>
    <message>
        <source>Expected {got} at {position}.</source>
        <translation>第{position}个字符处应为 {got}。</translation>
    </message>
    <message>
        <source>{got} at {position} does not belong there.</source>
        <translation>第{position}个字符处的 {got} 不该在那里。</translation>
    </message>
    <message>
        <source>A power is written with **, as x**2; ^ at {position} means nothing here.</source>
        <translation>乘方写作 **，例如 x**2；第{position}个字符处的 ^ 在这里没有意义。</translation>
    </message>
    <message>
        <source>Nothing is called {got}, at {position}.</source>
        <translation>没有叫 {got} 的东西（第{position}个字符处）。</translation>
    </message>
    <message>
        <source>{got} at {position} compares, which only where(…) can: where(x &gt; 0, a, b).</source>
        <translation>第{position}个字符处的 {got} 是比较，只能用在 where(…) 里：where(x &gt; 0, a, b)。</translation>
    </message>
    <message>
        <source>where(…) begins with a comparison, such as x &gt; 0; none ends at {position}.</source>
        <translation>where(…) 要以比较开头，例如 x &gt; 0；第{position}个字符处没有比较。</translation>
    </message>
    <message>
        <source>where(…) takes one comparison: {got} at {position} is a second.</source>
        <translation>where(…) 只能有一个比较：第{position}个字符处的 {got} 是第二个。</translation>
    </message>
    <message>
        <source>The comparison at {position} has no x in it.</source>
        <translation>第{position}个字符处的比较里没有 x。</translation>
    </message>
    <message>
        <source>The formula has no x in it.</source>
        <translation>公式里没有 x。</translation>
    </message>
    <message>
        <source>{got} is not a finite number.</source>
        <translation>{got} 不是有限的数。</translation>
    </message>
    <message>
        <source>The formula is longer than {longest} letters.</source>
        <translation>公式超过了{longest}个字符。</translation>
    </message>
    <message>
        <source>More than {deepest} parentheses within one another, at {position}.</source>
        <translation>第{position}个字符处的括号嵌套超过{deepest}层。</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1层</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count}层</translation>
    </message>
    <message>
        <source>{layers} · 1 parameter</source>
        <translation>{layers} · 1个参数</translation>
    </message>
    <message>
        <source>{layers} · {count} parameters</source>
        <translation>{layers} · {count}个参数</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>天蓝</translation>
    </message>
    <message>
        <source>Brush (B)</source>
        <translation>画笔（B）</translation>
    </message>
    <message>
        <source>Spray (S)</source>
        <translation>喷枪（S）</translation>
    </message>
    <message>
        <source>Erase (E)</source>
        <translation>橡皮（E）</translation>
    </message>
    <message>
        <source>Move (M)</source>
        <translation>移动（M）</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>玫瑰色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>两端</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Model card: {name}</source>
        <translation>模型卡片：{name}</translation>
    </message>
    <message>
        <source>A neural network of {layers} layers and {parameters} parameters, made with the Playground {version}.</source>
        <translation>一个神经网络：{layers}层，{parameters}个参数，用 Playground {version} 搭建。</translation>
    </message>
    <message>
        <source>What it learned: {task}, from {inputs} inputs. Epochs trained: {epochs}.</source>
        <translation>学习任务：{task}；输入个数：{inputs}；已训练轮数：{epochs}。</translation>
    </message>
    <message>
        <source>It has not been trained yet: its answers are those of its first weights.</source>
        <translation>还没有训练过：它的输出只来自初始权值。</translation>
    </message>
    <message>
        <source>- **{name}**: {value}</source>
        <translation>- **{name}**：{value}</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>{rows}: {train} to train, {validation} to validate</source>
        <translation>共{rows}行：训练{train}行，验证{validation}行</translation>
    </message>
    <message>
        <source>What is learned</source>
        <translation>学习任务</translation>
    </message>
    <message>
        <source>made by the program, with random numbers of the seed {seed}</source>
        <translation>由程序用种子为{seed}的随机数生成</translation>
    </message>
    <message>
        <source>none is needed: the points are made up</source>
        <translation>不需要：这些点是程序生成的</translation>
    </message>
    <message>
        <source>a table of its author: {file} (SHA-256 {digest})</source>
        <translation>作者自己的表格：{file}（SHA-256 {digest}）</translation>
    </message>
    <message>
        <source>drawn by hand by its author</source>
        <translation>作者手绘</translation>
    </message>
    <message>
        <source>typed as a formula by its author</source>
        <translation>作者输入的公式</translation>
    </message>
    <message>
        <source>a sequence of its author, cut into windows</source>
        <translation>作者自己的序列，切成若干窗口</translation>
    </message>
    <message>
        <source>a folder of pictures of its author</source>
        <translation>作者自己的图片文件夹</translation>
    </message>
    <message>
        <source>data of its author</source>
        <translation>作者自己的数据</translation>
    </message>
    <message>
        <source>not known. Write here whose data these are, and whether they may be passed on</source>
        <translation>未知。请在这里写明数据属于谁、能否转交他人</translation>
    </message>
    <message>
        <source>at random, by the seed {seed}</source>
        <translation>随机划分，种子为{seed}</translation>
    </message>
    <message>
        <source>at random with the same share of each class, by the seed {seed}</source>
        <translation>随机划分，各类比例相同，种子为{seed}</translation>
    </message>
    <message>
        <source>as the column “{column}” of the table says; these words of it validate: {words}</source>
        <translation>由表格的“{column}”列指定；其中用于验证的取值：{words}</translation>
    </message>
    <message>
        <source>as the column “{column}” of the table says; these words of it validate: {words}. Rows that have none train</source>
        <translation>由表格的“{column}”列指定；其中用于验证的取值：{words}。该列缺失的行用于训练</translation>
    </message>
    <message>
        <source>each row by its own numbers, and the seed {seed}</source>
        <translation>由每一行自身的数值和种子{seed}决定</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的值</translation>
    </message>
    <message>
        <source>the value as it is</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>(value − {middle}) / {size}</source>
        <translation>（原值 − {middle}）/ {size}</translation>
    </message>
    <message>
        <source>1 for the word, 0 for the others: {words}</source>
        <translation>独热编码，是该词为1，否则为0：{words}</translation>
    </message>
    <message>
        <source>computed from x₁ and x₂</source>
        <translation>由 x₁ 和 x₂ 算出</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至{last}</translation>
    </message>
    <message>
        <source>Rows with missing values are left out.</source>
        <translation>有缺失值的行已舍去。</translation>
    </message>
    <message>
        <source>Missing values are filled in with the mean of their column.</source>
        <translation>缺失值用所在列的均值填补。</translation>
    </message>
    <message>
        <source>Means, deviations and ranges are those of all rows that are used, also of those that validate.</source>
        <translation>均值、标准差和取值范围取自所用的全部行，用于验证的行也在内。</translation>
    </message>
    <message>
        <source>The answer is in units of its own: value = {middle} + {size} × answer.</source>
        <translation>网络的输出使用自己的单位：实际值 = {middle} + {size} × 输出。</translation>
    </message>
    <message>
        <source>The answer for {name} is in units of its own: value = {middle} + {size} × answer.</source>
        <translation>{name} 的答案用它自己的单位：值 = {middle} + {size} × 答案。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>网络层</translation>
    </message>
    <message>
        <source>Name in Keras</source>
        <translation>Keras 中的名称</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Takes from</source>
        <translation>输入来自</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>输出形状</translation>
    </message>
    <message>
        <source>Parameters altogether: {count}, that is {size} of float32.</source>
        <translation>参数总数：{count}，以 float32 存储为 {size}。</translation>
    </message>
    <message>
        <source>How it was trained</source>
        <translation>训练方式</translation>
    </message>
    <message>
        <source>What happened on the way</source>
        <translation>训练过程中的变化</translation>
    </message>
    <message>
        <source>after epoch {epoch}: {what}</source>
        <translation>第{epoch}轮之后：{what}</translation>
    </message>
    <message>
        <source>shuffled anew in each epoch, by the seed</source>
        <translation>每轮按种子重新打乱</translation>
    </message>
    <message>
        <source>the same in each epoch</source>
        <translation>每轮相同</translation>
    </message>
    <message>
        <source>Seed of the data</source>
        <translation>数据的种子</translation>
    </message>
    <message>
        <source>Seed of the network and the order of rows</source>
        <translation>网络与行序的种子</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>After epoch {epoch}.</source>
        <translation>第{epoch}轮之后。</translation>
    </message>
    <message>
        <source>After epoch {epoch}, with the weights of its best epoch, {best}.</source>
        <translation>第{epoch}轮之后，已恢复第{best}轮的最佳权值。</translation>
    </message>
    <message>
        <source>The lowest validation loss was {loss}, after epoch {epoch}.</source>
        <translation>最低的验证损失是 {loss}，出现在第{epoch}轮之后。</translation>
    </message>
    <message>
        <source>Losses leave out penalties on weights.</source>
        <translation>损失不含对权值的惩罚项。</translation>
    </message>
    <message>
        <source>Of the rows to train the first {rows} are judged.</source>
        <translation>训练一侧只用前{rows}行计算。</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>The loss from the first epoch to the last, both sides on one scale.</source>
        <translation>从第一轮到最后一轮的损失，训练与验证使用同一刻度。</translation>
    </message>
    <message>
        <source>The loss from the first epoch to the last, both sides on one logarithmic scale.</source>
        <translation>从第一轮到最后一轮的损失，训练与验证使用同一对数刻度。</translation>
    </message>
    <message>
        <source>Seeds and versions</source>
        <translation>种子与版本</translation>
    </message>
    <message>
        <source>The same seeds and versions give the same numbers, but for rounding on another processor.</source>
        <translation>相同的种子和版本会得到相同的数值，只有换处理器时舍入可能不同。</translation>
    </message>
    <message>
        <source>Known limits</source>
        <translation>局限</translation>
    </message>
    <message>
        <source>Validation rows are of the same data as those it learned from. What it says of other data is not known.</source>
        <translation>验证行与训练行出自同一份数据。对其他数据，它的回答是否可靠还不知道。</translation>
    </message>
    <message>
        <source>No rows were kept back for a last test. Where settings were chosen by the validation figures, these look better than they are.</source>
        <translation>没有另外留出测试集。如果参照验证结果选过设置，这些结果会显得比实际更好。</translation>
    </message>
    <message>
        <source>{rows} validation rows are a sample: the true accuracy lies between {low} and {high}, with a confidence of 95 % (Wilson).</source>
        <translation>{rows}个验证行只是样本：真实准确率的 95 % 置信区间为 {low} 至 {high}（Wilson 区间）。</translation>
    </message>
    <message>
        <source>The points are made up; the network knows nothing of the world.</source>
        <translation>这些点是人为生成的，网络对现实世界一无所知。</translation>
    </message>
    <message>
        <source>It has seen inputs within certain ranges only; beyond them it still answers, and nothing speaks for it.</source>
        <translation>它只见过一定范围内的输入；超出范围它照样会给出回答，但没有任何依据。</translation>
    </message>
    <message>
        <source>Classes are uneven: always answering “{name}” would be right in {share} of the validation rows.</source>
        <translation>各类数量不均：始终回答“{name}”，在验证行中也能答对 {share}。</translation>
    </message>
    <message>
        <source>The run was changed by hand on the way, so seeds and settings alone do not repeat it.</source>
        <translation>训练途中有过手动改动，只凭种子和设置无法重现。</translation>
    </message>
    <message>
        <source>none is named by its authors</source>
        <translation>作者未注明</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Dense</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Step function</source>
        <translation>阶跃函数</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>PReLU</source>
        <translation>PReLU</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>高斯噪声</translation>
    </message>
    <message>
        <source>Activity regularization</source>
        <translation>激活正则化</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Layer normalization</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Unit normalization</source>
        <translation>单位归一化</translation>
    </message>
    <message>
        <source>Rescaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>Global average pooling</source>
        <translation>全局平均池化</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>词嵌入</translation>
    </message>
    <message>
        <source>Simple RNN</source>
        <translation>简单 RNN</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>重塑</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Texts and truths</source>
        <translation>字符串与布尔值</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>What each rank is for</source>
        <translation>各种阶数的用途</translation>
    </message>
    <message>
        <source>Kinds of numbers</source>
        <translation>数值类型</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>算术运算</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>索引与切片</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Broadcasting</source>
        <translation>广播</translation>
    </message>
    <message>
        <source>Join and split</source>
        <translation>合并与分割</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Pad and repeat</source>
        <translation>填充与复制</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限幅</translation>
    </message>
    <message>
        <source>Gather and scatter</source>
        <translation>收集与散布</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Losses and metrics</source>
        <translation>损失与指标</translation>
    </message>
    <message>
        <source>A tensor from a list</source>
        <translation>由列表创建张量</translation>
    </message>
    <message>
        <source>Convert to a tensor</source>
        <translation>转换为张量</translation>
    </message>
    <message>
        <source>A tensor from a NumPy array</source>
        <translation>由 NumPy 数组创建</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>全0张量</translation>
    </message>
    <message>
        <source>Ones</source>
        <translation>全1张量</translation>
    </message>
    <message>
        <source>Zeros like another</source>
        <translation>同形状的全0张量</translation>
    </message>
    <message>
        <source>Fill with one number</source>
        <translation>用一个数填满</translation>
    </message>
    <message>
        <source>Identity matrix</source>
        <translation>单位矩阵</translation>
    </message>
    <message>
        <source>One-hot code</source>
        <translation>独热编码</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>从0计数</translation>
    </message>
    <message>
        <source>Count from a start</source>
        <translation>从起点计数</translation>
    </message>
    <message>
        <source>Equal distances</source>
        <translation>等间距取点</translation>
    </message>
    <message>
        <source>Normal random numbers</source>
        <translation>正态分布随机数</translation>
    </message>
    <message>
        <source>Uniform random numbers</source>
        <translation>均匀分布随机数</translation>
    </message>
    <message>
        <source>Truncated normal numbers</source>
        <translation>截断正态分布随机数</translation>
    </message>
    <message>
        <source>Normal numbers without a seed</source>
        <translation>不设种子的正态随机数</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>阶数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>元素个数</translation>
    </message>
    <message>
        <source>Lower case</source>
        <translation>转为小写</translation>
    </message>
    <message>
        <source>Upper case</source>
        <translation>转为大写</translation>
    </message>
    <message>
        <source>Length of a text</source>
        <translation>字符串长度</translation>
    </message>
    <message>
        <source>Join texts</source>
        <translation>连接字符串</translation>
    </message>
    <message>
        <source>Split a text</source>
        <translation>分割字符串</translation>
    </message>
    <message>
        <source>Text to number</source>
        <translation>字符串转数值</translation>
    </message>
    <message>
        <source>Number to text</source>
        <translation>数值转字符串</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>逻辑非</translation>
    </message>
    <message>
        <source>A variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>赋值</translation>
    </message>
    <message>
        <source>Add to a variable</source>
        <translation>变量自增</translation>
    </message>
    <message>
        <source>Subtract from a variable</source>
        <translation>变量自减</translation>
    </message>
    <message>
        <source>Assign to some cells</source>
        <translation>给部分格子赋值</translation>
    </message>
    <message>
        <source>Assign at places</source>
        <translation>按位置赋值</translation>
    </message>
    <message>
        <source>Add at places</source>
        <translation>按位置累加</translation>
    </message>
    <message>
        <source>Assign to a constant</source>
        <translation>给常量赋值</translation>
    </message>
    <message>
        <source>Change the kind</source>
        <translation>类型转换</translation>
    </message>
    <message>
        <source>Change the kind, with limits</source>
        <translation>饱和类型转换</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>相减</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>相乘</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>除法</translation>
    </message>
    <message>
        <source>Divide and round down</source>
        <translation>整除</translation>
    </message>
    <message>
        <source>Remainder</source>
        <translation>取余</translation>
    </message>
    <message>
        <source>Divide and cut</source>
        <translation>截断除法</translation>
    </message>
    <message>
        <source>Remainder of cutting</source>
        <translation>截断取余</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>乘方</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>平方</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指数函数</translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>Divide, 0 where it would be NaN</source>
        <translation>安全除法</translation>
    </message>
    <message>
        <source>Matrix product</source>
        <translation>矩阵乘法</translation>
    </message>
    <message>
        <source>Elementwise product</source>
        <translation>逐元素乘积（Hadamard 积）</translation>
    </message>
    <message>
        <source>Matrix times vector</source>
        <translation>矩阵乘向量</translation>
    </message>
    <message>
        <source>Dot product</source>
        <translation>张量点积</translation>
    </message>
    <message>
        <source>Pick and slice</source>
        <translation>索引与切片</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>转置</translation>
    </message>
    <message>
        <source>A new axis</source>
        <translation>增加一个轴</translation>
    </message>
    <message>
        <source>Drop axes of length 1</source>
        <translation>去掉长度为1的轴</translation>
    </message>
    <message>
        <source>Add with broadcasting</source>
        <translation>广播加法</translation>
    </message>
    <message>
        <source>Broadcast to a shape</source>
        <translation>广播到指定形状</translation>
    </message>
    <message>
        <source>The shape of broadcasting</source>
        <translation>广播后的形状</translation>
    </message>
    <message>
        <source>Join: concat</source>
        <translation>拼接：concat</translation>
    </message>
    <message>
        <source>Join: stack</source>
        <translation>堆叠：stack</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>拆开：unstack</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>Place of the largest</source>
        <translation>最大值的位置</translation>
    </message>
    <message>
        <source>Place of the smallest</source>
        <translation>最小值的位置</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Equal?</source>
        <translation>相等？</translation>
    </message>
    <message>
        <source>Equal? with ==</source>
        <translation>用 == 比较</translation>
    </message>
    <message>
        <source>Not equal?</source>
        <translation>不相等？</translation>
    </message>
    <message>
        <source>Greater?</source>
        <translation>大于？</translation>
    </message>
    <message>
        <source>Less or equal?</source>
        <translation>小于或等于？</translation>
    </message>
    <message>
        <source>Is it NaN?</source>
        <translation>是 NaN 吗？</translation>
    </message>
    <message>
        <source>One truth</source>
        <translation>单个布尔值</translation>
    </message>
    <message>
        <source>Accuracy by hand</source>
        <translation>手算准确率</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>复制：tile</translation>
    </message>
    <message>
        <source>The larger of two</source>
        <translation>两者中较大的</translation>
    </message>
    <message>
        <source>The smaller of two</source>
        <translation>两者中较小的</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>限幅</translation>
    </message>
    <message>
        <source>Gather</source>
        <translation>按位置收集：gather</translation>
    </message>
    <message>
        <source>Gather by coordinates</source>
        <translation>按坐标收集：gather_nd</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Choose by a condition</source>
        <translation>按条件选择：where</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>散布：scatter_nd</translation>
    </message>
    <message>
        <source>Scatter into a tensor</source>
        <translation>更新指定位置</translation>
    </message>
    <message>
        <source>Grid of points</source>
        <translation>坐标网格</translation>
    </message>
    <message>
        <source>The surface sin(r)/r</source>
        <translation>曲面 sin(r)/r</translation>
    </message>
    <message>
        <source>The surface, mended twice</source>
        <translation>曲面：双重 where 修补</translation>
    </message>
    <message>
        <source>The surface, mended wrongly</source>
        <translation>曲面：错误的修补</translation>
    </message>
    <message>
        <source>Its slope with one where</source>
        <translation>单个 where 的梯度</translation>
    </message>
    <message>
        <source>Its slope with two where</source>
        <translation>双重 where 的梯度</translation>
    </message>
    <message>
        <source>NumPy&apos;s sinc</source>
        <translation>NumPy 的 sinc</translation>
    </message>
    <message>
        <source>Numbers, texts or truths become a tensor; lists inside lists make its axes.</source>
        <translation>把数、字符串或布尔值变成张量；列表嵌套几层，就有几个轴。</translation>
    </message>
    <message>
        <source>Whole numbers become int32; one number with a fraction makes all of them float32.</source>
        <translation>整数变成 int32；只要有一个数带小数，全部都变成 float32。</translation>
    </message>
    <message>
        <source>An array brings its own kind of number: int64 here, where a list gives int32.</source>
        <translation>数组自带数值类型：这里是 int64，而列表得到的是 int32。</translation>
    </message>
    <message>
        <source>A tensor of that shape, all 0.</source>
        <translation>按给定形状创建，元素全为0。</translation>
    </message>
    <message>
        <source>A tensor of that shape, all 1.</source>
        <translation>按给定形状创建，元素全为1。</translation>
    </message>
    <message>
        <source>All 0, in the shape and kind of another tensor.</source>
        <translation>形状和类型与另一个张量相同，元素全为0。</translation>
    </message>
    <message>
        <source>A tensor of that shape, every cell the same.</source>
        <translation>按给定形状创建，每个元素都相同。</translation>
    </message>
    <message>
        <source>1 along the diagonal, 0 elsewhere: multiplying by it changes nothing.</source>
        <translation>对角线为1，其余为0：任何矩阵乘以它都不变。</translation>
    </message>
    <message>
        <source>Each class becomes a row with a single 1 at its place.</source>
        <translation>每个类别变成一行，只有对应位置是1。</translation>
    </message>
    <message>
        <source>Whole numbers from 0, in steps, without the end.</source>
        <translation>从0开始按步长计数，不含终点。</translation>
    </message>
    <message>
        <source>From start to limit in steps of delta, without the limit.</source>
        <translation>从 start 到 limit，步长 delta，不含 limit。</translation>
    </message>
    <message>
        <source>So many numbers from start to stop, both included.</source>
        <translation>从 start 到 stop 取若干个点，两端都包含。</translation>
    </message>
    <message>
        <source>Drawn around a mean; the same seed gives the same numbers.</source>
        <translation>围绕均值抽取；种子相同，结果相同。</translation>
    </message>
    <message>
        <source>Every value between minval and maxval is as likely; the seed decides.</source>
        <translation>minval 与 maxval 之间的值机会均等；由种子决定。</translation>
    </message>
    <message>
        <source>Normal numbers, but none farther than two standard deviations from the mean.</source>
        <translation>正态分布，但离均值超过两倍标准差的值会重新抽取。</translation>
    </message>
    <message>
        <source>Others each time: run it again and see.</source>
        <translation>每次都不同：再运行一次看看。</translation>
    </message>
    <message>
        <source>How many axes a tensor has.</source>
        <translation>张量有几个轴。</translation>
    </message>
    <message>
        <source>How many cells a tensor has.</source>
        <translation>张量一共有多少个元素。</translation>
    </message>
    <message>
        <source>How long each axis is.</source>
        <translation>每个轴有多长。</translation>
    </message>
    <message>
        <source>Letters become small ones; texts are tensors too.</source>
        <translation>字母变成小写；字符串也可以是张量。</translation>
    </message>
    <message>
        <source>Letters become capitals.</source>
        <translation>字母变成大写。</translation>
    </message>
    <message>
        <source>In bytes, or in letters with unit=&quot;UTF8_CHAR&quot;.</source>
        <translation>默认按字节计；设 unit=&quot;UTF8_CHAR&quot; 则按字符计。</translation>
    </message>
    <message>
        <source>Texts are put one behind the other, cell by cell.</source>
        <translation>把字符串逐个首尾相接。</translation>
    </message>
    <message>
        <source>At its spaces, into words.</source>
        <translation>在空格处切开，得到单词。</translation>
    </message>
    <message>
        <source>Reads the number that a text says.</source>
        <translation>读出字符串里写的数。</translation>
    </message>
    <message>
        <source>Writes numbers as texts.</source>
        <translation>把数写成字符串。</translation>
    </message>
    <message>
        <source>True becomes False, and the other way round.</source>
        <translation>真变假，假变真。</translation>
    </message>
    <message>
        <source>A tensor that can be changed, as weights are; it has a name.</source>
        <translation>可以修改的张量，权值就是变量；它有名字。</translation>
    </message>
    <message>
        <source>A variable takes other values; its shape and kind stay.</source>
        <translation>变量换成新的值，形状和类型不变。</translation>
    </message>
    <message>
        <source>Changes the variable in place.</source>
        <translation>直接在变量上相加。</translation>
    </message>
    <message>
        <source>In place: this is how an optimizer takes its step.</source>
        <translation>直接在变量上相减：优化器就是这样更新权值的。</translation>
    </message>
    <message>
        <source>Only the cells between the brackets change.</source>
        <translation>只有方括号选中的格子会变。</translation>
    </message>
    <message>
        <source>Each value goes to its place in the variable; the rest stays.</source>
        <translation>每个值写入变量中自己的位置，其余不变。</translation>
    </message>
    <message>
        <source>Each value is added at its place; two in one place add up.</source>
        <translation>每个值加到自己的位置上；落在同一处的两个值会累加。</translation>
    </message>
    <message>
        <source>A constant cannot be changed.</source>
        <translation>常量不能修改。</translation>
    </message>
    <message>
        <source>Differences squared, then the mean of each row.</source>
        <translation>差的平方，再对每一行求平均。</translation>
    </message>
    <message>
        <source>Each whole number is replaced by its own row of numbers, which is learned.</source>
        <translation>每个整数换成属于它的一行数，这些数是学出来的。</translation>
    </message>
    <message>
        <source>The same numbers in another kind, as far as they fit.</source>
        <translation>换一种类型表示同样的数，只要装得下。</translation>
    </message>
    <message>
        <source>What does not fit becomes the largest or smallest number that does.</source>
        <translation>装不下的数变成能装下的最大或最小值。</translation>
    </message>
    <message>
        <source>Cell by cell; a single number is added to all.</source>
        <translation>逐元素相加；单个数会加到每个元素上。</translation>
    </message>
    <message>
        <source>Cell by cell.</source>
        <translation>逐元素取较小者。</translation>
    </message>
    <message>
        <source>Cell by cell; a single number scales all.</source>
        <translation>逐元素相乘；单个数会缩放所有元素。</translation>
    </message>
    <message>
        <source>Cell by cell; whole numbers give float64.</source>
        <translation>逐元素相除；整数相除得到 float64。</translation>
    </message>
    <message>
        <source>Down means towards minus infinity: -7 // 2 is -4.</source>
        <translation>向下取整，即朝负无穷方向：-7 // 2 得 -4。</translation>
    </message>
    <message>
        <source>What is left of // ; it has the sign of the divisor.</source>
        <translation>// 之后剩下的部分，符号与除数相同。</translation>
    </message>
    <message>
        <source>Cuts towards 0: -7 by 2 is -3.</source>
        <translation>朝0截断：-7除以2得 -3。</translation>
    </message>
    <message>
        <source>It has the sign of the number that is divided.</source>
        <translation>符号与被除数相同。</translation>
    </message>
    <message>
        <source>Each cell times itself.</source>
        <translation>每个元素乘以自己。</translation>
    </message>
    <message>
        <source>Of floats; of negative ones it is NaN.</source>
        <translation>只适用于浮点数；负数得到 NaN。</translation>
    </message>
    <message>
        <source>e to the power of each cell.</source>
        <translation>e 的元素次方。</translation>
    </message>
    <message>
        <source>The natural one, to base e.</source>
        <translation>自然对数，以 e 为底。</translation>
    </message>
    <message>
        <source>Without its sign.</source>
        <translation>去掉符号。</translation>
    </message>
    <message>
        <source>Of an angle in radians.</source>
        <translation>角度以弧度计。</translation>
    </message>
    <message>
        <source>Anything divided by 0 is 0 here.</source>
        <translation>任何数除以0在这里都得0。</translation>
    </message>
    <message>
        <source>Each row of a meets each column of b: multiply pair by pair, then add.</source>
        <translation>a 的每一行与 b 的每一列相遇：逐对相乘，再相加。</translation>
    </message>
    <message>
        <source>Matrices of one shape, cell times cell: not the matrix product.</source>
        <translation>形状相同的矩阵，对应元素相乘：不是矩阵乘法。</translation>
    </message>
    <message>
        <source>Each row meets the one vector.</source>
        <translation>每一行与同一个向量相乘再相加。</translation>
    </message>
    <message>
        <source>Multiplies along so many axes and adds up.</source>
        <translation>沿指定的轴相乘并求和。</translation>
    </message>
    <message>
        <source>For each axis a place, or start:stop:step; negative ones count from the end.</source>
        <translation>每个轴给一个位置，或 start:stop:step；负数从末尾数起。</translation>
    </message>
    <message>
        <source>Other axes around the same numbers in the same order.</source>
        <translation>数和顺序都不变，只是换一种分轴方式。</translation>
    </message>
    <message>
        <source>Axes change places, so the numbers stand in another order.</source>
        <translation>交换轴的次序，数的排列也随之改变。</translation>
    </message>
    <message>
        <source>An axis of length 1 comes in; no number moves.</source>
        <translation>插入一个长度为1的轴，数不动。</translation>
    </message>
    <message>
        <source>Only an axis of length 1 can go.</source>
        <translation>只有长度为1的轴才能去掉。</translation>
    </message>
    <message>
        <source>Shapes are aligned at the right. An axis of length 1, or a missing one, is repeated until it fits.</source>
        <translation>形状向右对齐。长度为1或缺少的轴会重复到匹配为止。</translation>
    </message>
    <message>
        <source>The repetition that addition does by itself, made visible.</source>
        <translation>把加法自动做的重复显示出来。</translation>
    </message>
    <message>
        <source>What two shapes give together, without any numbers.</source>
        <translation>两个形状合起来是什么，不涉及任何数。</translation>
    </message>
    <message>
        <source>Puts tensors one behind the other along an axis that exists. All other axes must agree.</source>
        <translation>沿已有的轴把张量首尾相接，其他轴必须一致。</translation>
    </message>
    <message>
        <source>Puts tensors of one shape side by side along a new axis.</source>
        <translation>把形状相同的张量沿一个新轴并排放置。</translation>
    </message>
    <message>
        <source>Into equal parts, or into parts of the sizes in a list.</source>
        <translation>等分，或按列表给出的长度切开。</translation>
    </message>
    <message>
        <source>Along an axis, which is gone in the parts.</source>
        <translation>沿一个轴拆开，各部分不再有这个轴。</translation>
    </message>
    <message>
        <source>The largest value along an axis.</source>
        <translation>沿一个轴取最大值。</translation>
    </message>
    <message>
        <source>The smallest value along an axis.</source>
        <translation>沿一个轴取最小值。</translation>
    </message>
    <message>
        <source>The mean along an axis; of whole numbers it is cut.</source>
        <translation>沿一个轴求平均；整数的平均会被截断。</translation>
    </message>
    <message>
        <source>The sum along an axis.</source>
        <translation>沿一个轴求和。</translation>
    </message>
    <message>
        <source>Not the value but where it stands, counted from 0.</source>
        <translation>不是值，而是它的位置，从0数起。</translation>
    </message>
    <message>
        <source>How long: 1 adds the sizes, 2 is the straight length, infinity takes the largest.</source>
        <translation>衡量大小：1范数把绝对值相加，2范数是直线长度，无穷范数取最大。</translation>
    </message>
    <message>
        <source>Scores become shares that add up to 1.</source>
        <translation>把得分变成总和为1的比例。</translation>
    </message>
    <message>
        <source>Cell by cell; shapes must fit.</source>
        <translation>逐元素比较；形状必须匹配。</translation>
    </message>
    <message>
        <source>As tf.equal, but shapes that do not fit give a single False.</source>
        <translation>与 tf.equal 相同，但形状不匹配时只得到一个 False。</translation>
    </message>
    <message>
        <source>NaN equals nothing, not even itself: only this finds it.</source>
        <translation>NaN 与任何数都不相等，包括它自己：只能这样查出来。</translation>
    </message>
    <message>
        <source>Python asks for a single True or False.</source>
        <translation>Python 需要的是单个 True 或 False。</translation>
    </message>
    <message>
        <source>The place of the largest score is the answer; the share of right answers is the accuracy.</source>
        <translation>得分最大的位置就是预测；答对的比例就是准确率。</translation>
    </message>
    <message>
        <source>New cells before and after, for each axis a pair.</source>
        <translation>在前后补上新元素，每个轴给一对数。</translation>
    </message>
    <message>
        <source>The whole tensor so many times along each axis.</source>
        <translation>沿每个轴把整个张量重复若干次。</translation>
    </message>
    <message>
        <source>Cell by cell; with 0 it is relu.</source>
        <translation>逐元素取较大者；与0比较就是 ReLU。</translation>
    </message>
    <message>
        <source>What lies outside the limits becomes the limit.</source>
        <translation>超出上下限的值变成上限或下限。</translation>
    </message>
    <message>
        <source>Negative values become 0.</source>
        <translation>负值变成0。</translation>
    </message>
    <message>
        <source>Takes rows by their places, in any order and as often as wanted.</source>
        <translation>按位置取行，次序任意，可以重复。</translation>
    </message>
    <message>
        <source>Each place is a list of its own: one number for each axis.</source>
        <translation>每个位置是一个列表：每个轴一个数。</translation>
    </message>
    <message>
        <source>Keeps what is True.</source>
        <translation>保留为 True 的部分。</translation>
    </message>
    <message>
        <source>From x where it is True, from y where it is False.</source>
        <translation>为 True 取 x，为 False 取 y。</translation>
    </message>
    <message>
        <source>Values fall into an empty tensor at their places; two in one place add up.</source>
        <translation>把值放进一个空张量的指定位置；落在同一位置的会相加。</translation>
    </message>
    <message>
        <source>Values replace those at their places; the last one stays.</source>
        <translation>用新值替换指定位置的值；同一位置以最后一个为准。</translation>
    </message>
    <message>
        <source>Every x with every y: two tensors of coordinates.</source>
        <translation>每个 x 配每个 y：得到两个坐标张量。</translation>
    </message>
    <message>
        <source>Over a grid of points; with an odd number there is one in the middle, where 0/0 is NaN.</source>
        <translation>在网格上求值；点数为奇数时正中有一点，0/0 得 NaN。</translation>
    </message>
    <message>
        <source>One where chooses 1 in the middle, the other keeps 0 out of the division: so the value is right there, and the gradient too.</source>
        <translation>一个 where 在正中央取1，另一个不让0作除数：于是那里的值是对的，梯度也是对的。</translation>
    </message>
    <message>
        <source>divide_no_nan gives 0 in the middle, where the limit is 1.</source>
        <translation>divide_no_nan 在正中给出0，而极限是1。</translation>
    </message>
    <message>
        <source>The value is right and the slope is NaN: the tape goes through both branches.</source>
        <translation>值是对的，梯度却是 NaN：求导会经过两个分支。</translation>
    </message>
    <message>
        <source>No branch divides by 0, so the slope is a number everywhere.</source>
        <translation>两个分支都不除以0，所以处处有梯度。</translation>
    </message>
    <message>
        <source>sin(πx)/(πx), with 1 in the middle.</source>
        <translation>sin(πx)/(πx)，正中为1。</translation>
    </message>
    <message>
        <source>Random flip</source>
        <translation>随机翻转</translation>
    </message>
    <message>
        <source>Random shift</source>
        <translation>随机平移</translation>
    </message>
    <message>
        <source>Random turn</source>
        <translation>随机旋转</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>取平均</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>取最大</translation>
    </message>
    <message>
        <source>Concatenate</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Where the features of the data come in.</source>
        <translation>数据的特征从这里进入。</translation>
    </message>
    <message>
        <source>Where the prediction leaves and the loss compares it with the target.</source>
        <translation>预测从这里输出，损失函数把它与目标比较。</translation>
    </message>
    <message>
        <source>Fully connected: every unit weighs all of its inputs, adds a bias and applies its activation.</source>
        <translation>全连接层：每个神经元对所有输入加权求和，加上偏置，再经过激活函数。</translation>
    </message>
    <message>
        <source>y = x. Passes every value on as it is.</source>
        <translation>y = x。原样传递每个值。</translation>
    </message>
    <message>
        <source>y = 1 where x &gt; 0, else 0. Its slope is 0 everywhere, so nothing before it can learn.</source>
        <translation>x &gt; 0 时 y = 1，否则为0。斜率处处为0，前面的层都学不到东西。</translation>
    </message>
    <message>
        <source>y = 1 / (1 + e⁻ˣ). Squeezes values to between 0 and 1.</source>
        <translation>y = 1 / (1 + e⁻ˣ)。把值压缩到0与1之间。</translation>
    </message>
    <message>
        <source>y = tanh x. Squeezes values to between −1 and 1.</source>
        <translation>y = tanh x。把值压缩到−1与1之间。</translation>
    </message>
    <message>
        <source>y = max(x, 0). Keeps positive values and cuts off the others.</source>
        <translation>y = max(x, 0)。保留正值，截去其余。</translation>
    </message>
    <message>
        <source>y = x where x &gt; 0, else slope · x. A ReLU that still learns where x is negative. Not said, the slope is 0.1 here, 0.2 in tf.nn.leaky_relu and 0.3 in keras.layers.LeakyReLU.</source>
        <translation>x &gt; 0 时 y = x，否则 y = 斜率 · x。x 为负时也能学习的 ReLU。不指定时，这里的斜率是0.1，tf.nn.leaky_relu 是0.2，keras.layers.LeakyReLU 是0.3。</translation>
    </message>
    <message>
        <source>y = x where x &gt; 0, else a · x. A leaky ReLU that learns a slope for each value.</source>
        <translation>x &gt; 0 时 y = x，否则 y = a · x。每个值都学一个斜率的 Leaky ReLU。</translation>
    </message>
    <message>
        <source>y = x where x &gt; 0, else alpha · (eˣ − 1). A ReLU with a smooth bend.</source>
        <translation>x &gt; 0 时 y = x，否则 y = alpha · (eˣ − 1)。拐弯平滑的 ReLU。</translation>
    </message>
    <message>
        <source>An ELU scaled so that values keep a mean of 0 and a variance of 1.</source>
        <translation>经过缩放的 ELU，使值保持均值0、方差1。</translation>
    </message>
    <message>
        <source>y = x · P(X ≤ x) for a normal X. A smooth ReLU, usual in transformers.</source>
        <translation>y = x · P(X ≤ x)，X 服从正态分布。平滑的 ReLU，Transformer 中常用。</translation>
    </message>
    <message>
        <source>y = x · sigmoid(x), also called swish. A smooth ReLU that dips below 0.</source>
        <translation>y = x · sigmoid(x)，也叫 swish。平滑的 ReLU，在0以下略微下凹。</translation>
    </message>
    <message>
        <source>y = log(1 + eˣ). A smooth ReLU that is always positive.</source>
        <translation>y = log(1 + eˣ)。始终为正的平滑 ReLU。</translation>
    </message>
    <message>
        <source>Turns values into probabilities that add up to 1.</source>
        <translation>把值变成总和为1的概率。</translation>
    </message>
    <message>
        <source>An activation of your own, typed as a formula of x.</source>
        <translation>您自己的激活函数，写成 x 的公式。</translation>
    </message>
    <message>
        <source>In training, sets random values to 0, so that no unit relies on a single other one.</source>
        <translation>训练时随机把一些值置0，使神经元不能只依赖某一个别的神经元。</translation>
    </message>
    <message>
        <source>In training, adds random noise, which makes overfitting harder.</source>
        <translation>训练时加入随机噪声，使过拟合更难发生。</translation>
    </message>
    <message>
        <source>Passes values on as they are and adds a penalty on their size to the loss.</source>
        <translation>原样传递值，并在损失中对值的大小加惩罚。</translation>
    </message>
    <message>
        <source>Centres and scales each feature over the batch.</source>
        <translation>在一批样本上对每个特征做中心化和缩放。</translation>
    </message>
    <message>
        <source>Centres and scales each example over its features.</source>
        <translation>在每个样本的所有特征上做中心化和缩放。</translation>
    </message>
    <message>
        <source>Scales each example so that its values, seen as a vector, have length 1.</source>
        <translation>缩放每个样本，使它的值作为向量的长度为1。</translation>
    </message>
    <message>
        <source>y = (x − mean) / √variance, with a mean and a variance for each feature, or one for all. Learns nothing.</source>
        <translation>y =（x − 均值）/ √方差；每个特征各有一个均值和方差，或共用一个。不参与学习。</translation>
    </message>
    <message>
        <source>y = scale · x + offset. Brings values to another range.</source>
        <translation>y = 缩放 · x + 偏移。把值变到另一个范围。</translation>
    </message>
    <message>
        <source>Slides small filters over a picture. Each finds one pattern wherever it is, and makes a map of it.</source>
        <translation>让小卷积核滑过图像。每个卷积核在任何位置找出同一种模式，得到一张特征图。</translation>
    </message>
    <message>
        <source>Makes a picture smaller: keeps the largest value of each small window.</source>
        <translation>缩小图像：每个小窗口只留最大值。</translation>
    </message>
    <message>
        <source>Makes a picture smaller: keeps the mean of each small window.</source>
        <translation>缩小图像：每个小窗口只留平均值。</translation>
    </message>
    <message>
        <source>Takes the mean of each map, so that one value stays of it.</source>
        <translation>对每张特征图取平均，只留一个值。</translation>
    </message>
    <message>
        <source>In training, mirrors half of the pictures, so that both ways of looking are learned.</source>
        <translation>训练时把一半图片镜像翻转，使正反两种样子都能学到。</translation>
    </message>
    <message>
        <source>In training, shifts each picture a little, so that it matters less where something is.</source>
        <translation>训练时把每张图片平移一点，使东西在哪里不那么要紧。</translation>
    </message>
    <message>
        <source>In training, turns each picture a little, so that it matters less how something stands.</source>
        <translation>训练时把每张图片旋转一点，使东西怎么摆不那么要紧。</translation>
    </message>
    <message>
        <source>Looks up a learned row of numbers for each whole number that comes in.</source>
        <translation>为输入的每个整数查出一行学到的数。</translation>
    </message>
    <message>
        <source>Reads a sequence step by step; its state after each step depends on all steps before.</source>
        <translation>逐步读入序列；每一步之后的状态取决于之前的所有步。</translation>
    </message>
    <message>
        <source>Reads a sequence step by step, with a memory that learns what to keep and what to forget.</source>
        <translation>逐步读入序列，带有记忆，学会该记什么、该忘什么。</translation>
    </message>
    <message>
        <source>Reads a sequence step by step; simpler than an LSTM, and often as good.</source>
        <translation>逐步读入序列；比 LSTM 简单，效果常常一样好。</translation>
    </message>
    <message>
        <source>Puts all values of an example in one row.</source>
        <translation>把一个样本的所有值排成一行。</translation>
    </message>
    <message>
        <source>Arranges the same values in another shape.</source>
        <translation>把同样的值排成另一种形状。</translation>
    </message>
    <message>
        <source>Adds its inputs value by value, as in a skip connection.</source>
        <translation>把各输入逐值相加，如残差连接。</translation>
    </message>
    <message>
        <source>Subtracts its second input from its first.</source>
        <translation>从第一个输入中减去第二个。</translation>
    </message>
    <message>
        <source>Multiplies its inputs value by value, as in a gate.</source>
        <translation>把各输入逐值相乘，如门控。</translation>
    </message>
    <message>
        <source>Takes the mean of its inputs, value by value.</source>
        <translation>对各输入逐值取平均。</translation>
    </message>
    <message>
        <source>Takes the largest of its inputs, value by value.</source>
        <translation>对各输入逐值取最大。</translation>
    </message>
    <message>
        <source>Puts its inputs side by side.</source>
        <translation>把各输入并排接在一起。</translation>
    </message>
    <message>
        <source>Layers put together under a name, seen as one.</source>
        <translation>几个层合在一起，有一个名字，当作一层看。</translation>
    </message>
    <message>
        <source>{layer} has gates and a state instead of neurons: the Weights view shows them.</source>
        <translation>{layer} 有门和状态而没有神经元：请看“权值”视图。</translation>
    </message>
    <message>
        <source>{layer} has a scale and an offset for each value: the Weights view shows them.</source>
        <translation>{layer} 对每个值有一个缩放和一个偏移：请看“权值”视图。</translation>
    </message>
    <message>
        <source>{layer} has no weights: nothing in it is learned.</source>
        <translation>{layer} 没有权值：其中没有可学的东西。</translation>
    </message>
    <message>
        <source>{layer} has filters instead of neurons: the Weights view shows them.</source>
        <translation>{layer} 有卷积核而没有神经元：请看“权值”视图。</translation>
    </message>
    <message>
        <source>{layer} has a row of numbers for each word: the Weights view shows them.</source>
        <translation>{layer} 对每个词有一行数：请看“权值”视图。</translation>
    </message>
    <message>
        <source>{layer} has a learned slope for each value: the Weights view shows them.</source>
        <translation>{layer} 对每个值有一个学到的斜率：请看“权值”视图。</translation>
    </message>
    <message>
        <source>{layer} holds other layers: open it to see theirs.</source>
        <translation>{layer} 里面是其他层：打开它可以看到。</translation>
    </message>
    <message>
        <source>{key}={value} was not understood; {used} is used instead</source>
        <translation>{key}={value} 无法理解；改用 {used}</translation>
    </message>
    <message>
        <source>{key}={value} is beyond what the page has; it takes {used}, as here</source>
        <translation>{key}={value} 超出了该页面的范围；它会用 {used}，这里也一样</translation>
    </message>
    <message>
        <source>{key} is no setting of TensorFlow Playground; it is passed over</source>
        <translation>{key} 不是 TensorFlow Playground 的设置；已略过</translation>
    </message>
    <message>
        <source>All inputs are turned off; x and y are used instead</source>
        <translation>所有输入都关闭了；改用 x 和 y</translation>
    </message>
    <message>
        <source>There is no seed; one was drawn: {used}</source>
        <translation>没有种子；已随机取一个：{used}</translation>
    </message>
    <message>
        <source>The network branches; a link holds one row of layers</source>
        <translation>网络有分支；链接只能表示单行的层</translation>
    </message>
    <message>
        <source>A layer is {layer}; a link holds dense layers alone</source>
        <translation>有一层是 {layer}；链接只能表示 Dense 层</translation>
    </message>
    <message>
        <source>Not all layers stand in one row of dense layers from Data to Output</source>
        <translation>从数据到输出，并非所有层都排成一行 Dense 层</translation>
    </message>
    <message>
        <source>The optimizer is {value}; a link means plain SGD</source>
        <translation>优化器是 {value}；链接表示普通的 SGD</translation>
    </message>
    <message>
        <source>SGD has momentum; a link means plain SGD</source>
        <translation>SGD 带有动量；链接表示普通的 SGD</translation>
    </message>
    <message>
        <source>The data are {data}, which TensorFlow Playground does not have</source>
        <translation>数据是 {data}，TensorFlow Playground 没有</translation>
    </message>
    <message>
        <source>The last layer has {value} units; a link means 1</source>
        <translation>最后一层有 {value} 个神经元；链接表示1个</translation>
    </message>
    <message>
        <source>The last layer&apos;s activation is {got}; a link means {wanted}</source>
        <translation>最后一层的激活函数是 {got}；链接表示 {wanted}</translation>
    </message>
    <message>
        <source>The activation {got} is not one that a link can name</source>
        <translation>激活函数 {got} 无法用链接表示</translation>
    </message>
    <message>
        <source>The layers&apos; activations differ; a link has one for all</source>
        <translation>各层的激活函数不同；链接只能有一个</translation>
    </message>
    <message>
        <source>{setting}: “{got}”; a link means “{wanted}”</source>
        <translation>{setting}：“{got}”；链接表示“{wanted}”</translation>
    </message>
    <message>
        <source>{key}={value} is out of a link&apos;s range</source>
        <translation>{key}={value} 超出链接的范围</translation>
    </message>
    <message>
        <source>There is something in it that a link has no word for</source>
        <translation>其中有链接无法表达的内容</translation>
    </message>
    <message>
        <source>This is longer than {longest} letters, and no link</source>
        <translation>长度超过{longest}个字符，不是链接</translation>
    </message>
    <message>
        <source>This is no link with a network: it has no # with settings behind it</source>
        <translation>这不是网络的链接：没有带设置的 # 部分</translation>
    </message>
    <message>
        <source>{data} · {shape} · {activation} · batch {batch} · rate {rate} · seed {seed}</source>
        <translation>{data} · {shape} · {activation} · 批 {batch} · 学习率 {rate} · 种子 {seed}</translation>
    </message>
    <message>
        <source>and 1 more</source>
        <translation>另有1处</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有{count}处</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>half squared error</source>
        <translation>二分之一平方误差</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>huber</source>
        <translation>Huber</translation>
    </message>
    <message>
        <source>binary crossentropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>binary crossentropy, logits</source>
        <translation>二元交叉熵（logits）</translation>
    </message>
    <message>
        <source>categorical crossentropy</source>
        <translation>多类交叉熵</translation>
    </message>
    <message>
        <source>categorical crossentropy, logits</source>
        <translation>多类交叉熵（logits）</translation>
    </message>
    <message>
        <source>sparse categorical crossentropy</source>
        <translation>稀疏多类交叉熵</translation>
    </message>
    <message>
        <source>sparse categorical crossentropy, logits</source>
        <translation>稀疏多类交叉熵（logits）</translation>
    </message>
    <message>
        <source>Huber loss</source>
        <translation>Huber 损失</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Sparse cross-entropy</source>
        <translation>稀疏多类交叉熵</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>合页损失</translation>
    </message>
    <message>
        <source>Squared hinge</source>
        <translation>平方合页损失</translation>
    </message>
    <message>
        <source>Categorical hinge</source>
        <translation>分类合页损失</translation>
    </message>
    <message>
        <source>The mean of the squares of all errors: a large error counts most.</source>
        <translation>所有误差平方的平均：大误差影响最大。</translation>
    </message>
    <message>
        <source>The mean size of the errors: each counts as far as it is off.</source>
        <translation>误差绝对值的平均：偏多少就算多少。</translation>
    </message>
    <message>
        <source>Half a square near the target, a straight line beyond 1: a wild point pulls less.</source>
        <translation>靠近目标时是平方的一半，误差超过1后是直线：离群点的拉力较小。</translation>
    </message>
    <message>
        <source>Yes or no, each by itself: the surprise when the truth comes.</source>
        <translation>每个输出各自回答是或否：真相揭晓时有多意外。</translation>
    </message>
    <message>
        <source>How much the prediction q is surprised, on average, when the truth comes as often as p says.</source>
        <translation>真相按 p 的频率出现时，预测 q 平均有多意外。</translation>
    </message>
    <message>
        <source>Cross-entropy whose target is the number of the class.</source>
        <translation>交叉熵，目标写成类别的编号。</translation>
    </message>
    <message>
        <source>What the prediction q is surprised beyond what p itself would be: 0 when both are equal.</source>
        <translation>预测 q 比 p 自身多出来的意外：两者相等时为0。</translation>
    </message>
    <message>
        <source>What is short of 1 on the right side; beyond it nothing costs.</source>
        <translation>在正确的一侧离1还差多少；超过1就没有损失。</translation>
    </message>
    <message>
        <source>The square of what is short of 1 on the right side.</source>
        <translation>在正确的一侧离1还差多少，再平方。</translation>
    </message>
    <message>
        <source>What the right class is short of being 1 above the best wrong one.</source>
        <translation>正确类别要比最高的错误类别高出1，还差多少。</translation>
    </message>
    <message>
        <source>Two samples of four values</source>
        <translation>两个样本，各四个值</translation>
    </message>
    <message>
        <source>One value far off</source>
        <translation>一个值偏得很远</translation>
    </message>
    <message>
        <source>0.5 and 3 against 0 and 1</source>
        <translation>0.5、3对0、1</translation>
    </message>
    <message>
        <source>p and q of three classes</source>
        <translation>三个类别的 p 和 q</translation>
    </message>
    <message>
        <source>q equal to p</source>
        <translation>q 等于 p</translation>
    </message>
    <message>
        <source>Four classes, all alike</source>
        <translation>四个类别，概率相同</translation>
    </message>
    <message>
        <source>Three samples</source>
        <translation>三个样本</translation>
    </message>
    <message>
        <source>Certain and wrong</source>
        <translation>十分肯定，却错了</translation>
    </message>
    <message>
        <source>Logits 2, 1, 0.1; class 0</source>
        <translation>logits 2、1、0.1；类别0</translation>
    </message>
    <message>
        <source>Two classes, four logits</source>
        <translation>二分类，四个 logit</translation>
    </message>
    <message>
        <source>… from_logits forgotten</source>
        <translation>……忘了 from_logits</translation>
    </message>
    <message>
        <source>p and q exchanged: equal by accident</source>
        <translation>p、q 互换：碰巧相等</translation>
    </message>
    <message>
        <source>Another q</source>
        <translation>换一个 q</translation>
    </message>
    <message>
        <source>… exchanged: not equal</source>
        <translation>……互换：不相等</translation>
    </message>
    <message>
        <source>Logit 1000 against 0</source>
        <translation>logit 1000，目标0</translation>
    </message>
    <message>
        <source>… by a sigmoid: 1</source>
        <translation>……先过 sigmoid：1</translation>
    </message>
    <message>
        <source>As probabilities</source>
        <translation>给出概率</translation>
    </message>
    <message>
        <source>Targets −1, 1, 1</source>
        <translation>目标−1、1、1</translation>
    </message>
    <message>
        <source>The same, given as 0, 1, 1</source>
        <translation>同上，写成0、1、1</translation>
    </message>
    <message>
        <source>0.6, 0.4, 0 against class 1</source>
        <translation>0.6、0.4、0，目标类别1</translation>
    </message>
    <message>
        <source>Far enough above: 0</source>
        <translation>高出足够多：0</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>from_logits forgotten</source>
        <translation>忘了 from_logits</translation>
    </message>
    <message>
        <source>class {number}</source>
        <translation>类别{number}</translation>
    </message>
    <message>
        <source>target p</source>
        <translation>目标 p</translation>
    </message>
    <message>
        <source>prediction q</source>
        <translation>预测 q</translation>
    </message>
    <message>
        <source>target y</source>
        <translation>目标 y</translation>
    </message>
    <message>
        <source>prediction o</source>
        <translation>预测 o</translation>
    </message>
    <message>
        <source>logit z</source>
        <translation>logit z</translation>
    </message>
    <message>
        <source>softmax q</source>
        <translation>softmax q</translation>
    </message>
    <message>
        <source>sigmoid q</source>
        <translation>sigmoid q</translation>
    </message>
    <message>
        <source>term</source>
        <translation>单项</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>意外程度</translation>
    </message>
    <message>
        <source>its share</source>
        <translation>所占份额</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>what counts</source>
        <translation>计入的部分</translation>
    </message>
    <message>
        <source>as Keras has it</source>
        <translation>Keras 给出的</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>应有的</translation>
    </message>
    <message>
        <source>Keras divides q by its sum first: hence the 1 in 1 − p/q. z are the logits behind a softmax.</source>
        <translation>Keras 先把 q 除以总和，所以 1 − p/q 里有个1。z 是 softmax 之前的 logits。</translation>
    </message>
    <message>
        <source>Small q: the surprise has no limit. Keras stops at q = 1e−7, that is 16.118.</source>
        <translation>q 越小越意外，没有上限。Keras 到 q = 1e−7 为止，即16.118。</translation>
    </message>
    <message>
        <source>From logits nothing is cut off, and the gradient is plainly softmax − p.</source>
        <translation>从 logits 计算不会截断，梯度就是 softmax − p。</translation>
    </message>
    <message>
        <source>The gradient by the logit is plainly q − y, divided by how many there are.</source>
        <translation>对 logit 的梯度就是 q − y，再除以个数。</translation>
    </message>
    <message>
        <source>Without from_logits=True Keras takes logits for probabilities and cuts them off at 1e−7. There is no error.</source>
        <translation>没有 from_logits=True，Keras 就把 logits 当成概率，并在1e−7处截断，而且不报错。</translation>
    </message>
    <message>
        <source>Keras takes the mean over all values. Of half the sum of the squares the gradient is plainly o − y.</source>
        <translation>Keras 对所有值取平均。若取平方和的一半，梯度就是 o − y。</translation>
    </message>
    <message>
        <source>Targets 0 and 1 are taken for −1 and 1.</source>
        <translation>目标0和1会被当作−1和1。</translation>
    </message>
    <message>
        <source>Only the right class and the best wrong one have a gradient.</source>
        <translation>只有正确类别和最高的错误类别有梯度。</translation>
    </message>
    <message>
        <source>By hand there is no limit. Keras takes no probability for less than 1e−7, that is {low}, nor for more than 1 − 1e−7, which as float32 leaves {high}.</source>
        <translation>手算没有上限。Keras 把概率限制在1e−7以上，对应 {low}；也限制在 1 − 1e−7 以下，用 float32 表示时对应 {high}。</translation>
    </message>
    <message>
        <source>hinge</source>
        <translation>合页损失</translation>
    </message>
    <message>
        <source>squared distance to the target: large mistakes count most</source>
        <translation>与目标之差的平方：大误差影响最大</translation>
    </message>
    <message>
        <source>half of that, as TensorFlow Playground has it</source>
        <translation>它的一半，与 TensorFlow Playground 相同</translation>
    </message>
    <message>
        <source>distance to the target: single wild points count less</source>
        <translation>与目标之差的绝对值：个别离群点影响较小</translation>
    </message>
    <message>
        <source>squared for small mistakes, plain distance for large ones</source>
        <translation>误差小时取平方，误差大时取绝对值</translation>
    </message>
    <message>
        <source>how surprising the right class is, after one sigmoid</source>
        <translation>经过一个 sigmoid 之后，正确类别有多令人意外</translation>
    </message>
    <message>
        <source>the same for one plain value: it applies the sigmoid</source>
        <translation>同上，用于未经变换的一个值：由它来做 sigmoid</translation>
    </message>
    <message>
        <source>how surprising the right class is, after a softmax</source>
        <translation>经过 softmax 之后，正确类别有多令人意外</translation>
    </message>
    <message>
        <source>the same for plain values: it applies the softmax</source>
        <translation>同上，用于未经变换的值：由它来做 softmax</translation>
    </message>
    <message>
        <source>after a softmax, the class given as its number</source>
        <translation>经过 softmax 之后，类别以编号给出</translation>
    </message>
    <message>
        <source>for plain values, the class given as its number: it applies the softmax</source>
        <translation>用于未经变换的值，类别以编号给出：由它来做 softmax</translation>
    </message>
    <message>
        <source>how far the shares of the classes are from the right ones</source>
        <translation>各类别的概率与正确概率相差多少</translation>
    </message>
    <message>
        <source>pushes classes apart until there is a margin between them</source>
        <translation>把类别推开，直到中间有间隔</translation>
    </message>
    <message>
        <source>for data of two classes</source>
        <translation>用于两类数据</translation>
    </message>
    <message>
        <source>for data with classes, not for a value to predict</source>
        <translation>用于分类数据，不用于预测一个值</translation>
    </message>
    <message>
        <source>half mean squared error</source>
        <translation>二分之一均方误差</translation>
    </message>
    <message>
        <source>recommended: {meaning}</source>
        <translation>推荐：{meaning}</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>Cosine similarity</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>cosine similarity</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>The share of points that get their class.</source>
        <translation>得到正确类别的样本所占的比例。</translation>
    </message>
    <message>
        <source>Of the points put in class +1, the share that belongs there. Of more than two classes all count together, each where its probability is above one half.</source>
        <translation>判为+1类的样本中，确实属于它的比例。多于两类时各类合在一起统计，每个以其概率是否超过一半为准。</translation>
    </message>
    <message>
        <source>Of the points that belong in class +1, the share that is put there. Of more than two classes all count together, each where its probability is above one half.</source>
        <translation>属于+1类的样本中，被判为它的比例。多于两类时各类合在一起统计，每个以其概率是否超过一半为准。</translation>
    </message>
    <message>
        <source>The area under the ROC curve, at 200 thresholds: how often a point of a class gets a higher value than one of another. 1 is perfect, 0.5 is guessing.</source>
        <translation>ROC 曲线下的面积，取200个阈值：一类的样本得到比其他类更高的值的机会。1为完美，0.5相当于随机猜测。</translation>
    </message>
    <message>
        <source>The share of the values&apos; spread that is predicted: 1 is perfect, 0 no better than their mean.</source>
        <translation>值的变化中被预测出来的比例：1为完美，0表示不比直接用均值好。</translation>
    </message>
    <message>
        <source>How far off predictions are on average, in the unit of the values.</source>
        <translation>预测平均差多少，单位与值相同。</translation>
    </message>
    <message>
        <source>The mean of the squared errors: large ones count most.</source>
        <translation>误差平方的平均：大误差影响最大。</translation>
    </message>
    <message>
        <source>How alike the directions of predicted and true values are, from −1 to 1. Of a single value it tells only whether the signs agree.</source>
        <translation>预测与真实值的方向有多一致，从−1到1。只有一个值时只看符号是否相同。</translation>
    </message>
    <message>
        <source>train {metric}</source>
        <translation>训练{metric}</translation>
    </message>
    <message>
        <source>validation {metric}</source>
        <translation>验证{metric}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{metric} +{count}</source>
        <translation>{metric} +{count}</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>A text on the canvas, with arrows if you like; the network knows nothing of it.</source>
        <translation>画布上的文字，需要时可带箭头；网络对它一无所知。</translation>
    </message>
    <message>
        <source>neuron {number}</source>
        <translation>神经元{number}</translation>
    </message>
    <message>
        <source>mean of feature {number}</source>
        <translation>特征{number}的均值</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>true value</source>
        <translation>真实值</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>All drawn points are in the right class.</source>
        <translation>画出的点都分对了类。</translation>
    </message>
    <message>
        <source>{wrong} of {all} train points wrong</source>
        <translation>{all}个训练点中{wrong}个错误</translation>
    </message>
    <message>
        <source>{wrong} of {all} test points wrong</source>
        <translation>{all}个验证点中{wrong}个错误</translation>
    </message>
    <message>
        <source>Point at the plane to read its values.</source>
        <translation>指向平面可读出数值。</translation>
    </message>
    <message>
        <source>Drag or press the arrow keys to turn, wheel or + and − to zoom.</source>
        <translation>拖动或按方向键转动，滚轮或 + 和 − 缩放。</translation>
    </message>
    <message>
        <source>3D needs OpenGL, which this screen does not offer.</source>
        <translation>三维显示需要 OpenGL，此屏幕没有提供。</translation>
    </message>
    <message>
        <source>Contour lines at {levels}</source>
        <translation>等高线位于{levels}</translation>
    </message>
    <message>
        <source>{drawn} of {all} points are drawn.</source>
        <translation>画出了{all}个点中的{drawn}个。</translation>
    </message>
    <message>
        <source>Inputs needed: {needed}, connected: {got}.</source>
        <translation>需要{needed}个输入，连接了 {got} 个。</translation>
    </message>
    <message>
        <source>Its values lead nowhere. Connect it on towards Output.</source>
        <translation>它的值没有去处。请把它继续连向输出。</translation>
    </message>
    <message>
        <source>It stands on or behind a loop. Take one connection of the loop away.</source>
        <translation>它在环路上或环路之后。请去掉环路中的一条连接。</translation>
    </message>
    <message>
        <source>No values from the data reach it.</source>
        <translation>没有来自数据的值到达它。</translation>
    </message>
    <message>
        <source>Values needed: {needed}, values that come: {got}.</source>
        <translation>需要{needed}个值，来了 {got} 个。</translation>
    </message>
    <message>
        <source>It needs values in one row and gets the shape {shape}.</source>
        <translation>它需要排成一行的值，得到的形状是 {shape}。</translation>
    </message>
    <message>
        <source>Its inputs must have one shape. They have {shapes}.</source>
        <translation>它的各输入必须形状相同。现在是 {shapes}。</translation>
    </message>
    <message>
        <source>Its inputs may differ only in the last size. They have {shapes}.</source>
        <translation>它的各输入只能在最后一维不同。现在是 {shapes}。</translation>
    </message>
    <message>
        <source>Both shapes must hold as many values: {shapes}.</source>
        <translation>两个形状的值必须一样多：{shapes}。</translation>
    </message>
    <message>
        <source>It has a mean and a variance for each of so many values: {shapes} differ.</source>
        <translation>它为每个值各备了均值和方差，个数却对不上：{shapes}。</translation>
    </message>
    <message>
        <source>It needs a picture (height, width, channels), gets {shapes}.</source>
        <translation>它需要图像（高、宽、通道），得到 {shapes}。</translation>
    </message>
    <message>
        <source>The picture is smaller than the window: {shapes}.</source>
        <translation>图像比窗口还小：{shapes}。</translation>
    </message>
    <message>
        <source>It needs a sequence (length, features), gets {shapes}.</source>
        <translation>它需要序列（长度、特征），得到 {shapes}。</translation>
    </message>
    <message>
        <source>It takes whole numbers, so nothing before it can learn.</source>
        <translation>它只接受整数，因此它前面的层学不到东西。</translation>
    </message>
    <message>
        <source>The loss {loss} does not suit data with {task}.</source>
        <translation>损失 {loss} 不适合这种数据：{task}。</translation>
    </message>
    <message>
        <source>The loss {loss} expects probabilities, and other values come.</source>
        <translation>损失 {loss} 需要概率，来的却是别的值。</translation>
    </message>
    <message>
        <source>The values are probabilities already, and this loss makes such of them again: that loss is shown. Keras trains on another, of the values before them.</source>
        <translation>这些值已经是概率，这个损失又把它们变一次概率：显示的是这样算出的损失。Keras 训练用的是另一个，由变成概率之前的值算出。</translation>
    </message>
    <message>
        <source>Values are turned into probabilities twice: here and in the loss.</source>
        <translation>值被变成概率两次：这里一次，损失里一次。</translation>
    </message>
    <message>
        <source>Keras trains on the values before the {function}, where this loss looks. The loss shown is another: that of the outputs.</source>
        <translation>Keras 训练用 {function} 之前的值，这个损失会看到那里。显示的损失不同：由输出算出。</translation>
    </message>
    <message>
        <source>A softmax over one value always gives 1. Keras trains on the value before it, where this loss looks; the loss shown is another: that of the outputs.</source>
        <translation>只有一个值的 softmax 永远是1。Keras 训练用它之前的值，这个损失会看到那里；显示的损失不同：由输出算出。</translation>
    </message>
    <message>
        <source>Values of {function} never lie below {low:g}, and there are targets below that.</source>
        <translation>{function} 的值不会低于 {low:g}，而有些目标更低。</translation>
    </message>
    <message>
        <source>Values of {function} never exceed {high:g}, and standardised targets lie farther from their mean.</source>
        <translation>{function} 的值从不超过 {high:g}，而标准化后的目标离均值更远。</translation>
    </message>
    <message>
        <source>The loss wants logits, values of either sign and any size, and {function} does not give them.</source>
        <translation>这个损失要 logits，即正负不限、大小不限的值，{function} 给不出。</translation>
    </message>
    <message>
        <source>A softmax over one value always gives 1, whatever comes.</source>
        <translation>只有一个值的 softmax 永远是1，无论输入什么。</translation>
    </message>
    <message>
        <source>Of one value this leaves only the sign, 1 or −1, so nothing before it can learn.</source>
        <translation>只有一个值时只剩下符号，1或−1，因此它前面的层学不到东西。</translation>
    </message>
    <message>
        <source>One value less its own mean is always 0, so nothing before it can learn.</source>
        <translation>一个值减去自己的均值永远是0，因此它前面的层学不到东西。</translation>
    </message>
    <message>
        <source>In a batch of 1 each value is its own mean and becomes 0, so nothing before it can learn.</source>
        <translation>批大小为1时每个值就是自己的均值，变成0，因此它前面的层学不到东西。</translation>
    </message>
    <message>
        <source>Its values are probabilities already: the layer before has a softmax.</source>
        <translation>它的值已经是概率：前一层有 softmax。</translation>
    </message>
    <message>
        <source>A step has no slope, so nothing before it can learn.</source>
        <translation>阶跃函数没有斜率，因此它前面的层学不到东西。</translation>
    </message>
    <message>
        <source>The pictures of {name} are not on this machine. Data &gt; MNIST and others… fetches them.</source>
        <translation>这台电脑上没有 {name} 的图片。可用“数据 &gt; MNIST 等图片集…”下载。</translation>
    </message>
    <message>
        <source>The rows of {name} are not on this machine. Data &gt; Change the table… reads them again.</source>
        <translation>{name} 的数据行不在这台电脑上。用“数据 &gt; 更改表格…”可以重新读取。</translation>
    </message>
    <message>
        <source>No feature is chosen, so the network sees nothing.</source>
        <translation>没有选择任何特征，网络什么也看不到。</translation>
    </message>
    <message>
        <source>The network needs {needed_gib} GiB of memory; {free_gib} GiB are free.</source>
        <translation>网络需要 {needed_gib} GiB 内存；空闲 {free_gib} GiB。</translation>
    </message>
    <message>
        <source>{layers} layers lie one behind the other: building them takes about {minutes} min and {gib} GiB.</source>
        <translation>有 {layers} 个层首尾相接：构建大约需要{minutes}分钟和 {gib} GiB 内存。</translation>
    </message>
    <message>
        <source>There is nothing to learn: no layer has weights. Add Dense.</source>
        <translation>没有可学的东西：没有一层有权值。请添加 Dense。</translation>
    </message>
    <message>
        <source>Output needs 1 value, gets {got}.</source>
        <translation>输出需要1个值，得到 {got} 个。</translation>
    </message>
    <message>
        <source>Output needs {needed} values, gets {got}.</source>
        <translation>输出需要{needed}个值，得到 {got} 个。</translation>
    </message>
    <message>
        <source>Nothing is connected to its input.</source>
        <translation>它的输入没有连接。</translation>
    </message>
    <message>
        <source>It needs {needed} inputs and has {got}.</source>
        <translation>它需要{needed}个输入，现有 {got} 个。</translation>
    </message>
    <message>
        <source>Insert Dense, units: {units}</source>
        <translation>插入 Dense，神经元数：{units}</translation>
    </message>
    <message>
        <source>Set units to {units}</source>
        <translation>把神经元数设为{units}</translation>
    </message>
    <message>
        <source>Insert Reshape to {shape}</source>
        <translation>插入重塑，变为 {shape}</translation>
    </message>
    <message>
        <source>Use same padding</source>
        <translation>用 same 填充</translation>
    </message>
    <message>
        <source>Return sequences before it</source>
        <translation>让前一层输出整个序列</translation>
    </message>
    <message>
        <source>Insert Flatten</source>
        <translation>插入展平</translation>
    </message>
    <message>
        <source>Use {loss}</source>
        <translation>改用 {loss}</translation>
    </message>
    <message>
        <source>Insert {kind}</source>
        <translation>插入 {kind}</translation>
    </message>
    <message>
        <source>Remove Softmax</source>
        <translation>移除 Softmax</translation>
    </message>
    <message>
        <source>Remove {kind}</source>
        <translation>移除 {kind}</translation>
    </message>
    <message>
        <source>Set activation to {activation}</source>
        <translation>把激活函数设为 {activation}</translation>
    </message>
    <message>
        <source>Set batch to {size}</source>
        <translation>把批大小设为 {size}</translation>
    </message>
    <message>
        <source>Remove Sigmoid</source>
        <translation>移除 Sigmoid</translation>
    </message>
    <message>
        <source>Use a sigmoid</source>
        <translation>使用 sigmoid</translation>
    </message>
    <message>
        <source>Use x₁ and x₂</source>
        <translation>使用 x₁ 和 x₂</translation>
    </message>
    <message>
        <source>Insert Dense, 1 unit</source>
        <translation>插入 Dense，1个神经元</translation>
    </message>
    <message>
        <source>That would close a loop.</source>
        <translation>那样会形成环路。</translation>
    </message>
    <message>
        <source>A layer cannot feed itself.</source>
        <translation>层不能连接自己。</translation>
    </message>
    <message>
        <source>Data takes no inputs.</source>
        <translation>数据没有输入。</translation>
    </message>
    <message>
        <source>Nothing comes after Output.</source>
        <translation>输出之后不能再有层。</translation>
    </message>
    <message>
        <source>These two are already connected.</source>
        <translation>这两个已经连接。</translation>
    </message>
    <message>
        <source>It takes one input and has one.</source>
        <translation>它只接受一个输入，已经有了。</translation>
    </message>
    <message>
        <source>The shapes do not fit.</source>
        <translation>形状不匹配。</translation>
    </message>
    <message>
        <source>A path would leave the group and come back to it.</source>
        <translation>会有一条路径离开组又回到组里。</translation>
    </message>
    <message>
        <source>At most 16 groups lie in one another.</source>
        <translation>分组最多嵌套16层。</translation>
    </message>
    <message>
        <source>Choose the layers of the group first.</source>
        <translation>请先选择要组合的层。</translation>
    </message>
    <message>
        <source>These layers lie in different groups.</source>
        <translation>这些层在不同的组里。</translation>
    </message>
    <message>
        <source>Shapes {there} and {coming} do not fit together in {layer}.</source>
        <translation>形状 {there} 与 {coming} 在 {layer} 中不匹配。</translation>
    </message>
    <message>
        <source>Loading TensorFlow…</source>
        <translation>正在加载 TensorFlow…</translation>
    </message>
    <message>
        <source>Building the network…</source>
        <translation>正在构建网络…</translation>
    </message>
    <message>
        <source>The network is not finished</source>
        <translation>网络还没有搭完</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>The training engine stopped. Your network is safe; Play starts the engine again.</source>
        <translation>训练引擎已停止。您的网络完好无损；点击“播放”即可重新启动引擎。</translation>
    </message>
    <message>
        <source>Build a neural network by hand, watch it learn, take it away.</source>
        <translation>亲手搭建神经网络，看着它学习，再把它带走。</translation>
    </message>
    <message>
        <source>open the window (what `playground [FILE]` does)</source>
        <translation>打开窗口（与 `playground [FILE]` 相同）</translation>
    </message>
    <message>
        <source>train the spiral and write playground-demo/</source>
        <translation>训练螺旋示例，结果写入 playground-demo/</translation>
    </message>
    <message>
        <source>train without a window</source>
        <translation>不开窗口，直接训练</translation>
    </message>
    <message>
        <source>train many runs of one project, on several processes, into a table</source>
        <translation>用多个进程对一个项目做多次训练，结果写成表格</translation>
    </message>
    <message>
        <source>what varies and its values: learning_rate=0.003,0.01, dense_1.units=4,8, optimizer=SGD,Adam; may be repeated; learning_rate=found lets each run find its own</source>
        <translation>变化的设置及其取值：learning_rate=0.003,0.01、dense_1.units=4,8、optimizer=SGD,Adam；可以重复给出；learning_rate=found 让每次运行自行寻找学习率</translation>
    </message>
    <message>
        <source>find a learning rate: the loss over rates from 1e-6 to 10</source>
        <translation>寻找学习率：从 1e-6 到10的学习率与损失的关系</translation>
    </message>
    <message>
        <source>begin with what the project has learned, not with its first weights</source>
        <translation>从项目已学到的权值开始，而不是初始权值</translation>
    </message>
    <message>
        <source>write the curve: rate, loss and smoothed loss</source>
        <translation>写出曲线：学习率、损失和平滑后的损失</translation>
    </message>
    <message>
        <source>each with the seeds 1 to N</source>
        <translation>每种组合各用种子1到 N 训练一次</translation>
    </message>
    <message>
        <source>N of the combinations, by chance; without it all of them</source>
        <translation>随机抽取 N 种组合；不给则全部训练</translation>
    </message>
    <message>
        <source>the seed of that choice, 1 unless told</source>
        <translation>抽取所用的种子，默认为1</translation>
    </message>
    <message>
        <source>train all a little, then the best third for three times as long, and only the best to the end</source>
        <translation>先让全部组合各训练几轮，再让最好的三分之一训练3倍的轮数，只有最好的训练到底</translation>
    </message>
    <message>
        <source>processes that train; as many as cores and memory allow unless told</source>
        <translation>训练所用的进程数；默认按 CPU 核数和内存决定</translation>
    </message>
    <message>
        <source>train on the workers of this scheduler of Dask, tcp:// or tls://; see docs/CLUSTER.md</source>
        <translation>在这个 Dask 调度器的工作进程上训练，地址为 tcp:// 或 tls://；见 docs/CLUSTER.md</translation>
    </message>
    <message>
        <source>what each run is trained on: cpu, gpu:0, or gpu, where each process takes the next GPU</source>
        <translation>每次训练所用的设备：cpu、gpu:0，或 gpu（各进程依次使用一块 GPU）</translation>
    </message>
    <message>
        <source>{told} is no device: cpu, gpu:0, gpu:1 ..., or gpu</source>
        <translation>{told} 不是设备名：应为 cpu、gpu:0、gpu:1…… 或 gpu</translation>
    </message>
    <message>
        <source>allow tcp:// beyond this machine, where whoever reaches the scheduler runs programs on its workers</source>
        <translation>允许用 tcp:// 连接其他机器：凡是能连上调度器的人，都能在它的工作进程上运行程序</translation>
    </message>
    <message>
        <source>the table; rows are kept in TABLE.runs.jsonl as they come, and the same command goes on from there</source>
        <translation>结果表格；每完成一次训练就记入 TABLE.runs.jsonl，再次运行同一命令即从那里继续</translation>
    </message>
    <message>
        <source>how fast an experiment is on two processes</source>
        <translation>用两个进程做实验有多快</translation>
    </message>
    <message>
        <source>list what is wrong in projects and lessons; exit code 1 if anything must be mended</source>
        <translation>列出项目和课程中的问题；如有必须修正的问题，退出码为1</translation>
    </message>
    <message>
        <source>make a project of a network of Keras or ONNX, with its weights</source>
        <translation>把 Keras 或 ONNX 网络连同权值转成项目</translation>
    </message>
    <message>
        <source>a .keras, .h5 or .onnx file, or Keras&apos;s JSON</source>
        <translation>.keras、.h5 或 .onnx 文件，或 Keras 的 JSON</translation>
    </message>
    <message>
        <source>{path}: a project ends in {ending}</source>
        <translation>{path}：项目文件应以 {ending} 结尾</translation>
    </message>
    <message>
        <source>its weights are left out, as it cannot train before it has data that fit</source>
        <translation>权值未能保存：要有合适的数据，这个网络才能训练</translation>
    </message>
    <message>
        <source>write a picture of the window</source>
        <translation>把窗口存成图片</translation>
    </message>
    <message>
        <source>what `open` takes: a project, an example, a link, a lesson, a table</source>
        <translation>与 `open` 相同：项目、示例、链接、课程或表格</translation>
    </message>
    <message>
        <source>trained before it is taken, 0 unless told</source>
        <translation>截图前训练的轮数，不指定则为0</translation>
    </message>
    <message>
        <source>open this view, place or dialog first, such as landscape, lab or export; may be repeated</source>
        <translation>先打开这个视图、页面或对话框，例如 landscape、lab 或 export；可以重复</translation>
    </message>
    <message>
        <source>--show: there is no “{name}”; there are {names}</source>
        <translation>--show：没有“{name}”；可用的有 {names}</translation>
    </message>
    <message>
        <source>go back to this epoch of the run first</source>
        <translation>先回到训练的这一轮</translation>
    </message>
    <message>
        <source>of a lesson: its step, 1 unless told</source>
        <translation>课程的第几步，不指定则为1</translation>
    </message>
    <message>
        <source>list known picture sets, or fetch some: mnist, fashion-mnist, cifar-10</source>
        <translation>列出常用图片数据集，或下载其中几个：mnist、fashion-mnist、cifar-10</translation>
    </message>
    <message>
        <source>what to fetch; after that every command takes the name for a FILE</source>
        <translation>要下载的数据集；下载之后，各命令都可以用它的名称代替 FILE</translation>
    </message>
    <message>
        <source>there is no picture set “{name}”; known are {names}</source>
        <translation>没有名为“{name}”的图片数据集；可用的有 {names}</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>not on this machine, {size} to download</source>
        <translation>不在这台电脑上，需下载 {size}</translation>
    </message>
    <message>
        <source>`playground data {name}` downloads it.</source>
        <translation>用 `playground data {name}` 下载。</translation>
    </message>
    <message>
        <source>{title} is in {folder}, {rows} of its pictures are used: `playground train {name}`</source>
        <translation>{title} 已在 {folder}，其中{rows}张图片会被使用：`playground train {name}`</translation>
    </message>
    <message>
        <source>measure speed against Keras&apos;s fit; what it tells is in English</source>
        <translation>与 Keras 的 fit 比较速度；结果以英文给出</translation>
    </message>
    <message>
        <source>a project file, the name of a bundled example, or a link of TensorFlow Playground in quotes</source>
        <translation>项目文件、内置示例的名称，或加引号的 TensorFlow Playground 链接</translation>
    </message>
    <message>
        <source>what `open` takes, or a table: .csv, .tsv, .xlsx, .ods, .parquet or .jsonl</source>
        <translation>`open` 能打开的，或一张表格：.csv、.tsv、.xlsx、.ods、.parquet 或 .jsonl</translation>
    </message>
    <message>
        <source>of a table: the column that says which rows train, such as train and test; it is no input</source>
        <translation>用于表格：指明各行用于训练还是验证的那一列（如 train、test）；该列不作为输入</translation>
    </message>
    <message>
        <source>with --split-by: a word of that column whose rows validate, once for each; without it they are guessed</source>
        <translation>与 --split-by 合用：该列中用于验证的取值，每个取值给出一次；不给出则自动推测</translation>
    </message>
    <message>
        <source>of a table: leave out rows with cells that do not fit</source>
        <translation>用于表格：舍去含有不合格单元格的行</translation>
    </message>
    <message>
        <source>of a table, or a project of a large one: let the rows stream from the disk, as is done by itself where they do not fit into memory</source>
        <translation>用于表格或引用大表格的项目：逐块从磁盘读取各行；内存放不下时会自动这样做</translation>
    </message>
    <message>
        <source>--stream goes with a table, or a project that names a large one</source>
        <translation>--stream 只能用于表格，或引用大表格的项目</translation>
    </message>
    <message>
        <source>--devices: rows that stream from the disk train on one device</source>
        <translation>--devices：从磁盘逐块读取的数据只能在一个设备上训练</translation>
    </message>
    <message>
        <source>rows that stream from the disk get no noise: set it to 0</source>
        <translation>从磁盘逐块读取的数据不能加噪声：请把噪声设为0</translation>
    </message>
    <message>
        <source>{path}: the window would need all rows in memory, which stream from the disk here</source>
        <translation>{path}：窗口截图需要把全部数据放进内存，而这里的数据是从磁盘逐块读取的</translation>
    </message>
    <message>
        <source>{rows} rows stream from the disk ({free} MiB of memory are free, {needed} MiB would be needed): {train} train, {validation} validate; views of single rows and the film are left out</source>
        <translation>{rows}行从磁盘逐块读取（可用内存 {free} MiB，全部放入需要 {needed} MiB）：{train} 行用于训练，{validation} 行用于验证；没有单行视图和训练影片</translation>
    </message>
    <message>
        <source>Which rows train is told by their place in the file and the seed, not as in memory.</source>
        <translation>哪些行用于训练由行在文件中的位置和随机种子决定，与内存中的划分不同。</translation>
    </message>
    <message>
        <source>{path}: the script reads all rows into memory, about {needed} MiB, and splits them as is done there</source>
        <translation>{path}：脚本会把全部数据读入内存（约 {needed} MiB），并按内存中的方式划分</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>--resume goes with a project; a table has learned nothing</source>
        <translation>--resume 只用于项目；表格还什么都没学过</translation>
    </message>
    <message>
        <source>of a table: the column to learn, given several times for several numbers; without it one is guessed</source>
        <translation>用于表格：要学习的列；要学习多个数，就给出多次；不给出则自动猜测</translation>
    </message>
    <message>
        <source>of a table: the encoding of a text, such as utf-8, gb18030 or cp1252; without it one is guessed</source>
        <translation>用于表格：文本的编码，例如 utf-8、gb18030 或 cp1252；不写则自动猜测</translation>
    </message>
    <message>
        <source>of a workbook: the sheet to read; without it, the first that is not hidden and has a table</source>
        <translation>用于工作簿：要读取的工作表；不写则读取第一个未隐藏且有表格的工作表</translation>
    </message>
    <message>
        <source>--target, --split-by, --validate, --encoding, --sheet and --drop-faults go with a table, such as data.csv</source>
        <translation>--target、--split-by、--validate、--encoding、--sheet 和 --drop-faults 要与表格一起使用，例如 data.csv</translation>
    </message>
    <message>
        <source>{option}: there is no column “{name}”; the columns are {names}</source>
        <translation>{option}：没有名为“{name}”的列；现有的列为 {names}</translation>
    </message>
    <message>
        <source>--validate: “{name}” is no word of the column {column}; they are {names}</source>
        <translation>--validate：{column}列中没有取值“{name}”；现有的取值为 {names}</translation>
    </message>
    <message>
        <source>--validate goes with --split-by</source>
        <translation>--validate 要与 --split-by 合用</translation>
    </message>
    <message>
        <source>--split-by: the column “{name}” is the target already</source>
        <translation>--split-by：“{name}”列已经是目标列</translation>
    </message>
    <message>
        <source>--encoding: “{name}” is not one of {names}</source>
        <translation>--encoding：“{name}”不在可用的编码中：{names}</translation>
    </message>
    <message>
        <source>--encoding goes with a text, such as data.csv; {file} is none</source>
        <translation>--encoding 要与文本文件一起使用，例如 data.csv；{file} 不是文本</translation>
    </message>
    <message>
        <source>--sheet: there is no sheet “{name}”; the sheets are {names}</source>
        <translation>--sheet：没有名为“{name}”的工作表；现有的工作表是 {names}</translation>
    </message>
    <message>
        <source>--sheet goes with a workbook, such as data.xlsx; {file} is none</source>
        <translation>--sheet 要与工作簿一起使用，例如 data.xlsx；{file} 不是工作簿</translation>
    </message>
    <message>
        <source>{count} places do not fit: mend them in the file, or leave their rows out with --drop-faults</source>
        <translation>有{count}处不合格：请在文件中改正，或用 --drop-faults 舍去这些行</translation>
    </message>
    <message>
        <source>{title}: {rows} rows, {columns} columns</source>
        <translation>{title}：{rows}行，{columns}列</translation>
    </message>
    <message>
        <source>Read as {encoding}; separator: {separator}; decimal sign: {decimal}</source>
        <translation>按 {encoding} 读取；分隔符：{separator}；小数点：{decimal}</translation>
    </message>
    <message>
        <source>Target: {names}</source>
        <translation>目标：{names}</translation>
    </message>
    <message>
        <source>Inputs: {names}</source>
        <translation>输入：{names}</translation>
    </message>
    <message>
        <source>Left out: {names}</source>
        <translation>不用：{names}</translation>
    </message>
    <message>
        <source>Split by the column {name}; {train} rows train. {validation}</source>
        <translation>按 {name} 列划分；{train}行用于训练。{validation}</translation>
    </message>
    <message>
        <source>Rows without a word in the column {name}, which are dropped: {count}</source>
        <translation>{name} 列缺失、因而舍去的行：{count}</translation>
    </message>
    <message>
        <source>{rows} rows used, {dropped} dropped</source>
        <translation>用到{rows}行，舍去{dropped}行</translation>
    </message>
    <message>
        <source>a project, an example, a link, or a lesson: NAME.md or NAME.lesson</source>
        <translation>项目、示例、链接，或课程（NAME.md 或 NAME.lesson）</translation>
    </message>
    <message>
        <source>show the version and exit</source>
        <translation>显示版本号并退出</translation>
    </message>
    <message>
        <source>only cases whose name holds this</source>
        <translation>只测名称中含有这段文字的项目</translation>
    </message>
    <message>
        <source>how smooth the window is</source>
        <translation>窗口有多流畅</translation>
    </message>
    <message>
        <source>how memory grows</source>
        <translation>内存如何增长</translation>
    </message>
    <message>
        <source>how fast the tensor lab answers</source>
        <translation>张量实验室的回答速度</translation>
    </message>
    <message>
        <source>how a table of a million rows is read and learned from</source>
        <translation>读取一百万行的表格并从中学习有多快</translation>
    </message>
    <message>
        <source>how fast the canvas is with 50 and with 500 layers</source>
        <translation>画布在50层和500层时有多快</translation>
    </message>
    <message>
        <source>what each live view costs a frame</source>
        <translation>每个实时视图每帧耗时多少</translation>
    </message>
    <message>
        <source>0: as it is before any training</source>
        <translation>训练的轮数；0表示训练之前的样子</translation>
    </message>
    <message>
        <source>go on from what the project has learned, for N epochs more</source>
        <translation>从项目已学到的状态继续，再训练 N 轮</translation>
    </message>
    <message>
        <source>train on N GPUs at once, each taking its share of every batch; cpu:N tries it on this processor</source>
        <translation>同时在 N 个 GPU 上训练，每个分担每一批的一部分；cpu:N 可在本机处理器上试用</translation>
    </message>
    <message>
        <source>{told} is neither a number of GPUs, such as 2, nor one such as cpu:2</source>
        <translation>{told} 既不是 GPU 的个数（如2），也不是 cpu:2 这样的写法</translation>
    </message>
    <message>
        <source>--devices {wanted}: TensorFlow sees {found} of {kind} here. Leave it out, or ask for fewer.</source>
        <translation>--devices {wanted}：TensorFlow 在这里只看到{found}个 {kind}。请去掉这个选项，或者要少一些。</translation>
    </message>
    <message>
        <source>--devices: a layer holds weights at zero, which several devices cannot do. Leave one of both out.</source>
        <translation>--devices：有一层把权值保持为零，多个设备上做不到。请去掉其中之一。</translation>
    </message>
    <message>
        <source>write the trained project</source>
        <translation>写出训练后的项目</translation>
    </message>
    <message>
        <source>write what a project has learned in other formats</source>
        <translation>把项目学到的网络写成其他格式</translation>
    </message>
    <message>
        <source>trained for {epochs} epochs</source>
        <translation>已训练{epochs}轮</translation>
    </message>
    <message>
        <source>--resume: the project has learned nothing yet; train it and --save it</source>
        <translation>--resume：项目还没有学到任何内容；请先训练，并用 --save 保存</translation>
    </message>
    <message>
        <source>what the project has learned is of another network; train it anew</source>
        <translation>项目学到的内容属于另一个网络；请重新训练</translation>
    </message>
    <message>
        <source>print the result as one JSON object</source>
        <translation>以一个 JSON 对象输出结果（键名为英文）</translation>
    </message>
    <message>
        <source>{endings}, or a folder for a SavedModel; several, and may be repeated</source>
        <translation>{endings}，或存放 SavedModel 的文件夹；可写多个，也可重复此选项</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>stopped by Ctrl+C after {epochs} epochs</source>
        <translation>按 Ctrl+C 停止，已训练{epochs}轮</translation>
    </message>
    <message>
        <source>stopped by Ctrl+C after {epochs} epochs; wrote {paths}</source>
        <translation>按 Ctrl+C 停止，已训练{epochs}轮；已写入 {paths}</translation>
    </message>
    <message>
        <source>stopping at the end of this epoch; Ctrl+C again ends at once and writes nothing</source>
        <translation>本轮结束后停止；再按一次 Ctrl+C 立即结束，不写入任何文件</translation>
    </message>
    <message>
        <source>wrote {path}</source>
        <translation>已写入 {path}</translation>
    </message>
    <message>
        <source>a part that it needs could not be loaded: {error}</source>
        <translation>缺少所需的组件，无法加载：{error}</translation>
    </message>
    <message>
        <source>{program}: {wrong} (try {program} --help)</source>
        <translation>{program}: {wrong}（用法见 {program} --help）</translation>
    </message>
    <message>
        <source>there is no display to open a window on; try: playground demo</source>
        <translation>没有可以打开窗口的显示器；可以试试：playground demo</translation>
    </message>
    <message>
        <source>{path}: there is no folder {folder}</source>
        <translation>{path}：没有文件夹 {folder}</translation>
    </message>
    <message>
        <source>expected {low} to {high}, got {got}</source>
        <translation>应为{low}到{high}，得到的是 {got}</translation>
    </message>
    <message>
        <source>expected WxH, such as 1440x900, got {got}</source>
        <translation>应为“宽 x 高”，如 1440x900，得到的是 {got}</translation>
    </message>
    <message>
        <source>expected 1024x640 to 8000x8000, got {got}</source>
        <translation>应在 1024x640 到 8000x8000 之间，得到的是 {got}</translation>
    </message>
    <message>
        <source>cannot train: {problem}</source>
        <translation>无法训练：{problem}</translation>
    </message>
    <message>
        <source>{path} was written by somebody else meanwhile and was left alone; this is in {other}</source>
        <translation>在此期间，{path} 已被他人写入，未作改动；本次结果写入了 {other}</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>{place}: {problem}</source>
        <translation>{place}：{problem}</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>没有问题。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>{epochs} epochs in {seconds} s, {pace} a second: train loss {train}, validation loss {validation}{metrics}</source>
        <translation>{seconds}秒训练{epochs}轮，每秒{pace}轮：训练损失{train}，验证损失{validation}{metrics}</translation>
    </message>
    <message>
        <source>beside it {name}: {epochs} epochs, train loss {train}, validation loss {validation}</source>
        <translation>同时训练的 {name}：{epochs}轮，训练损失 {train}，验证损失 {validation}</translation>
    </message>
    <message>
        <source>{name} ({why})</source>
        <translation>{name}（{why}）</translation>
    </message>
    <message>
        <source>, validation {metric} {value}</source>
        <translation>，验证{metric}{value}</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>显示这份帮助并退出</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>参数 %(argument_name)s：%(message)s</translation>
    </message>
    <message>
        <source>unknown parser %(parser_name)r (choices: %(choices)s)</source>
        <translation>没有命令 %(parser_name)r（可用：%(choices)s）</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>无法识别的参数：%s</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>不能与 %s 同时使用</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>不接受值 %r</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>缺少参数：%s</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>后面应有一个值</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>后面至少应有一个值</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>选项 %(option)s 有歧义，可能是 %(matches)s</translation>
    </message>
    <message>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>%(value)r 不是有效的 %(type)s</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>没有 %(value)r 这个选项（可选：%(choices)s）</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Diverged: try a smaller learning rate</source>
        <translation>发散：请试试更小的学习率</translation>
    </message>
    <message>
        <source>A formula has no value here</source>
        <translation>公式在这里没有值</translation>
    </message>
    <message>
        <source>Loading TensorFlow… training starts in a moment</source>
        <translation>正在加载 TensorFlow…随即开始训练</translation>
    </message>
    <message>
        <source>Training stopped with an error</source>
        <translation>训练因错误而停止</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>The loss grew beyond all numbers in epoch {epoch}, so the run was stopped. {kept} Try a smaller learning rate, gradient clipping, or smaller inputs (fewer squared features).</source>
        <translation>损失在第{epoch}轮超出了数的范围，训练已停止。{kept}可试试更小的学习率、梯度裁剪，或更小的输入（少用平方特征）。</translation>
    </message>
    <message>
        <source>In epoch {epoch} the formula {formula} had no value or no slope for what came in: NaN, or infinity. {kept} Give it one everywhere, as sqrt(abs(x) + 0.01) has.</source>
        <translation>第{epoch}轮中，公式 {formula} 对某些输入没有值或没有斜率：NaN 或无穷大。{kept}请让它处处有值，例如 sqrt(abs(x) + 0.01)。</translation>
    </message>
    <message>
        <source>The weights are those of epoch {epoch}.</source>
        <translation>权值取自第{epoch}轮。</translation>
    </message>
    <message>
        <source>The weights are the first ones again.</source>
        <translation>权值已恢复为初始值。</translation>
    </message>
    <message>
        <source>The training engine stopped: {error}. Your network is safe; save it, change it, or start again.</source>
        <translation>训练引擎已停止：{error}。您的网络完好无损；可以保存、修改，或重新启动。</translation>
    </message>
    <message>
        <source>There is not enough memory to train this network. It is safe; make its layers or the batch smaller, or close other programs.</source>
        <translation>内存不足，无法训练这个网络。网络没有丢失；请减小层或批的大小，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Present network</source>
        <translation>当前网络</translation>
    </message>
    <message>
        <source>Rival {number}</source>
        <translation>对照{number}</translation>
    </message>
    <message>
        <source>the same as the present network</source>
        <translation>与当前网络相同</translation>
    </message>
    <message>
        <source>on the canvas</source>
        <translation>在画布上</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止条件</translation>
    </message>
    <message>
        <source>Every, epochs</source>
        <translation>间隔（轮）</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Over, epochs</source>
        <translation>时长（轮）</translation>
    </message>
    <message>
        <source>Lowest share</source>
        <translation>最低比例</translation>
    </message>
    <message>
        <source>Patience, epochs</source>
        <translation>耐心（轮）</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>监测</translation>
    </message>
    <message>
        <source>Least gain</source>
        <translation>最小改进</translation>
    </message>
    <message>
        <source>At epoch</source>
        <translation>到第几轮</translation>
    </message>
    <message>
        <source>At loss</source>
        <translation>到损失</translation>
    </message>
    <message>
        <source>At accuracy, %</source>
        <translation>到准确率（%）</translation>
    </message>
    <message>
        <source>Restore the best</source>
        <translation>恢复最佳权值</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run.</source>
        <translation>学习率在训练过程中如何变化。</translation>
    </message>
    <message>
        <source>When a run stops by itself.</source>
        <translation>训练何时自动停止。</translation>
    </message>
    <message>
        <source>After how many epochs the learning rate has been multiplied by the factor.</source>
        <translation>每过多少轮，学习率乘一次倍数。</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by each time.</source>
        <translation>每次学习率乘以多少。</translation>
    </message>
    <message>
        <source>How many epochs the way down takes; from there on the rate stays.</source>
        <translation>下降要用多少轮；之后学习率不变。</translation>
    </message>
    <message>
        <source>How low the rate may go, as a share of the learning rate set: 0.01 is a hundredth of it.</source>
        <translation>学习率最低到多少，以所设学习率的比例计：0.01即百分之一。</translation>
    </message>
    <message>
        <source>How many epochs without a better loss to wait. For stopping, 0 never stops because of it.</source>
        <translation>损失没有变好时等待多少轮。用于停止时，0表示从不因此停止。</translation>
    </message>
    <message>
        <source>Which loss counts; an accuracy to stop at is that of the same points.</source>
        <translation>看哪个损失；按准确率停止时，用的是同一部分样本。</translation>
    </message>
    <message>
        <source>How much lower than the best so far a loss must be to count as better.</source>
        <translation>损失要比迄今最好的低多少才算变好。</translation>
    </message>
    <message>
        <source>Stop when this epoch has ended; 0 goes on until paused.</source>
        <translation>这一轮结束后停止；0表示一直训练到暂停。</translation>
    </message>
    <message>
        <source>Stop when the watched loss is this low; 0 never stops because of it.</source>
        <translation>监测的损失低到此值时停止；0表示从不因此停止。</translation>
    </message>
    <message>
        <source>Stop when the accuracy is this high; 0 never stops because of it.</source>
        <translation>准确率高到此值时停止；0表示从不因此停止。</translation>
    </message>
    <message>
        <source>Whether the network becomes again what it was at its best epoch when the run ends, by whatever rule; a pause is no end.</source>
        <translation>训练因任何规则结束时，网络是否回到最佳一轮的样子；暂停不算结束。</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>in steps</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>on plateau</source>
        <translation>遇平台下降</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>train loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>The learning rate stays as it is set.</source>
        <translation>学习率保持所设的值。</translation>
    </message>
    <message>
        <source>The learning rate drops at once, again and again.</source>
        <translation>学习率一次次突然下降。</translation>
    </message>
    <message>
        <source>The learning rate drops a little at each epoch.</source>
        <translation>学习率每轮下降一点。</translation>
    </message>
    <message>
        <source>The learning rate drops slowly, then fast, then slowly again.</source>
        <translation>学习率先慢、后快、再慢地下降。</translation>
    </message>
    <message>
        <source>The learning rate drops when the watched loss no longer gets better.</source>
        <translation>监测的损失不再变好时，学习率下降。</translation>
    </message>
    <message>
        <source>Stopped at epoch {epoch}, as set.</source>
        <translation>按设置停止于第{epoch}轮。</translation>
    </message>
    <message>
        <source>Stopped at epoch {epoch}: {watched} came down to {value}.</source>
        <translation>停止于第{epoch}轮：{watched}降到了 {value}。</translation>
    </message>
    <message>
        <source>Stopped at epoch {epoch}: the {points} accuracy reached {share} %.</source>
        <translation>停止于第{epoch}轮：{points}准确率达到 {share}%。</translation>
    </message>
    <message>
        <source>Stopped at epoch {epoch}: {watched} had not improved for {patience} epochs; its best was epoch {best}.</source>
        <translation>停止于第{epoch}轮：{watched}已{patience}轮没有改善；最佳是第{best}轮。</translation>
    </message>
    <message>
        <source>Stopped at epoch {epoch}: {watched} had not improved; its best was epoch {best}.</source>
        <translation>停止于第{epoch}轮：{watched}没有改善；最佳是第{best}轮。</translation>
    </message>
    <message>
        <source>Stopped at epoch {epoch}: {watched} had not improved for {patience} epochs; best weights of epoch {best} restored.</source>
        <translation>停止于第{epoch}轮：{watched}已{patience}轮没有改善；已恢复第{best}轮的最佳权值。</translation>
    </message>
    <message>
        <source>Stopped at epoch {epoch}: {watched} had not improved; best weights of epoch {best} restored.</source>
        <translation>停止于第{epoch}轮：{watched}没有改善；已恢复第{best}轮的最佳权值。</translation>
    </message>
    <message>
        <source>Stopped at epoch {epoch}, as set; best weights of epoch {best} restored.</source>
        <translation>按设置停止于第{epoch}轮；已恢复第{best}轮的最佳权值。</translation>
    </message>
    <message>
        <source>Stopped at epoch {epoch}: {watched} came down to {value}; best weights of epoch {best} restored.</source>
        <translation>停止于第{epoch}轮：{watched}降到了 {value}；已恢复第{best}轮的最佳权值。</translation>
    </message>
    <message>
        <source>Stopped at epoch {epoch}: the {points} accuracy reached {share} %; best weights of epoch {best} restored.</source>
        <translation>停止于第{epoch}轮：{points}准确率达到 {share}%；已恢复第{best}轮的最佳权值。</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>1 batch/s</source>
        <translation>每秒1批</translation>
    </message>
    <message>
        <source>5 batches/s</source>
        <translation>每秒5批</translation>
    </message>
    <message>
        <source>20 batches/s</source>
        <translation>每秒20批</translation>
    </message>
    <message>
        <source>100 batches/s</source>
        <translation>每秒100批</translation>
    </message>
    <message>
        <source>1 epoch/s</source>
        <translation>每秒1轮</translation>
    </message>
    <message>
        <source>10 epochs/s</source>
        <translation>每秒10轮</translation>
    </message>
    <message>
        <source>gentle start</source>
        <translation>缓慢起步</translation>
    </message>
    <message>
        <source>as fast as possible</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>Train accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>diverged after epoch {epoch}</source>
        <translation>第{epoch}轮之后发散</translation>
    </message>
    <message>
        <source>stopped: others were better</source>
        <translation>已停止：别的更好</translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <translation>失败：{why}</translation>
    </message>
    <message>
        <source>lost: its process died three times</source>
        <translation>丢失：它的进程三次终止</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Learning rate schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Halving</source>
        <translation>逐步减半</translation>
    </message>
    <message>
        <source>Every combination of the values.</source>
        <translation>取值的每一种组合。</translation>
    </message>
    <message>
        <source>Some of the combinations, each once, drawn by chance.</source>
        <translation>随机抽取若干组合，每种一次。</translation>
    </message>
    <message>
        <source>All train a little, the best third goes on for three times as many epochs, and so on: only the best train to the end.</source>
        <translation>全部先训练几轮，最好的三分之一再训练到3倍的轮数，依此类推：只有最好的训练到底。</translation>
    </message>
    <message>
        <source>Seeds each</source>
        <translation>每组种子数</translation>
    </message>
    <message>
        <source>Combinations</source>
        <translation>组合数</translation>
    </message>
    <message>
        <source>Seed of the choice</source>
        <translation>抽取的种子</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>How often each combination is trained, from other first weights each time.</source>
        <translation>每种组合训练几次，每次的初始权值都不同。</translation>
    </message>
    <message>
        <source>How many of all combinations are drawn.</source>
        <translation>从所有组合中抽取多少个。</translation>
    </message>
    <message>
        <source>The same seed draws the same combinations.</source>
        <translation>同一种子抽出同样的组合。</translation>
    </message>
    <message>
        <source>How long each run trains at most.</source>
        <translation>每次运行最多训练多久。</translation>
    </message>
    <message>
        <source>How many runs train side by side; 0 for as many as cores and memory allow.</source>
        <translation>同时训练多少次运行；0表示按核心数和内存尽可能多。</translation>
    </message>
    <message>
        <source>As TensorFlow chooses</source>
        <translation>由 TensorFlow 决定</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Each process the next GPU</source>
        <translation>各进程依次使用一块 GPU</translation>
    </message>
    <message>
        <source>no learning rate found: the loss hardly falls at any</source>
        <translation>没有找到学习率：损失在任何学习率下都几乎不下降</translation>
    </message>
    <message>
        <source>no learning rate found: the loss only rises</source>
        <translation>没有找到学习率：损失只升不降</translation>
    </message>
    <message>
        <source>no learning rate found: the loss breaks at once</source>
        <translation>没有找到学习率：损失一开始就发散</translation>
    </message>
    <message>
        <source>{rate} (found)</source>
        <translation>{rate}（找到的）</translation>
    </message>
    <message>
        <source>found</source>
        <translation>自行寻找</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count}次进行中</translation>
    </message>
    <message>
        <source>{count} broke</source>
        <translation>{count}次中断</translation>
    </message>
    <message>
        <source>Data: {setting}</source>
        <translation>数据：{setting}</translation>
    </message>
    <message>
        <source>{layer}: {setting}</source>
        <translation>{layer}：{setting}</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>神经元数</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Use bias</source>
        <translation>使用偏置</translation>
    </message>
    <message>
        <source>Kernel initializer</source>
        <translation>权值初始化</translation>
    </message>
    <message>
        <source>Bias initializer</source>
        <translation>偏置初始化</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Hold at zero</source>
        <translation>停在零</translation>
    </message>
    <message>
        <source>Trainable</source>
        <translation>可训练</translation>
    </message>
    <message>
        <source>Random numbers</source>
        <translation>随机数</translation>
    </message>
    <message>
        <source>Seed of the link</source>
        <translation>链接的种子</translation>
    </message>
    <message>
        <source>Order of rows</source>
        <translation>行的顺序</translation>
    </message>
    <message>
        <source>Rows left over</source>
        <translation>余下的行</translation>
    </message>
    <message>
        <source>Test points</source>
        <translation>验证点</translation>
    </message>
    <message>
        <source>Discretize</source>
        <translation>离散化</translation>
    </message>
    <message>
        <source>Shown target</source>
        <translation>显示的目标</translation>
    </message>
    <message>
        <source>Hidden controls</source>
        <translation>隐藏的控件</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>幅度</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>转角</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>卷积核数</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>卷积核大小</translation>
    </message>
    <message>
        <source>Strides</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Pool size</source>
        <translation>池化大小</translation>
    </message>
    <message>
        <source>Input numbers</source>
        <translation>输入的整数</translation>
    </message>
    <message>
        <source>Output values</source>
        <translation>输出的值</translation>
    </message>
    <message>
        <source>Return sequences</source>
        <translation>输出整个序列</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Target shape</source>
        <translation>目标形状</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Train share</source>
        <translation>训练比例</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Clip at</source>
        <translation>裁剪于</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权值衰减</translation>
    </message>
    <message>
        <source>Rho</source>
        <translation>Rho</translation>
    </message>
    <message>
        <source>Centered</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>Initial accumulator</source>
        <translation>累加器初值</translation>
    </message>
    <message>
        <source>What training makes small: how far the prediction is from the target.</source>
        <translation>训练要减小的量：预测离目标有多远。</translation>
    </message>
    <message>
        <source>How many neurons the layer has, and so how many values leave it.</source>
        <translation>该层有多少个神经元，也就是输出多少个值。</translation>
    </message>
    <message>
        <source>The function that each unit applies to its weighted sum.</source>
        <translation>每个神经元作用在加权和上的函数。</translation>
    </message>
    <message>
        <source>Whether each unit adds a number of its own to its weighted sum.</source>
        <translation>每个神经元是否在加权和上加一个自己的数。</translation>
    </message>
    <message>
        <source>How the weights are drawn before training.</source>
        <translation>训练前权值如何随机取得。</translation>
    </message>
    <message>
        <source>How the biases are drawn before training.</source>
        <translation>训练前偏置如何取得。</translation>
    </message>
    <message>
        <source>Penalty on the size of the weights; drives many of them to exactly 0.</source>
        <translation>对权值大小的惩罚；使许多权值恰好变为0。</translation>
    </message>
    <message>
        <source>Penalty on the squares of the weights; keeps all of them small.</source>
        <translation>对权值平方的惩罚；使所有权值都小。</translation>
    </message>
    <message>
        <source>With L1: a weight that the penalty pushes across 0 stays at 0, as in TensorFlow Playground.</source>
        <translation>配合 L1：惩罚把权值推过0时，它停在0，与 TensorFlow Playground 相同。</translation>
    </message>
    <message>
        <source>Whose random numbers make the points: numpy&apos;s, or seedrandom&apos;s as in TensorFlow Playground.</source>
        <translation>用谁的随机数产生样本：numpy 的，或像 TensorFlow Playground 那样用 seedrandom 的。</translation>
    </message>
    <message>
        <source>The start of seedrandom&apos;s numbers: the seed=… of a link.</source>
        <translation>seedrandom 随机数的起点：链接中的 seed=…。</translation>
    </message>
    <message>
        <source>The curve between the two classes, a formula of x: 3 * sin(x). x is x₁ and y is x₂; both are −6 to 6.</source>
        <translation>两类之间的曲线，x 的公式：3 * sin(x)。x 就是 x₁，y 就是 x₂；两者都从−6到6。</translation>
    </message>
    <message>
        <source>Whether each epoch shuffles the rows anew, or takes them as they were made, as TensorFlow Playground.</source>
        <translation>每轮重新打乱各行，还是像 TensorFlow Playground 那样按产生的顺序。</translation>
    </message>
    <message>
        <source>What becomes of rows that fill no batch: a short batch, as in Keras, or a larger first batch of the next epoch, as in TensorFlow Playground.</source>
        <translation>凑不满一批的行怎么办：像 Keras 那样作为不满的一批，或像 TensorFlow Playground 那样并入下一轮的第一批。</translation>
    </message>
    <message>
        <source>Whether the points kept for validation are shown.</source>
        <translation>是否显示留作验证的样本。</translation>
    </message>
    <message>
        <source>Whether the output is shown as one class or the other, with no shades.</source>
        <translation>输出是否只显示为这一类或那一类，没有过渡。</translation>
    </message>
    <message>
        <source>Controls that a lesson does without.</source>
        <translation>这一课用不到的控件。</translation>
    </message>
    <message>
        <source>Whether training changes the layer; off, its weights stay frozen.</source>
        <translation>训练是否改变这一层；关闭则权值保持冻结。</translation>
    </message>
    <message>
        <source>How steep the function is where x is negative.</source>
        <translation>x 为负处函数有多陡。</translation>
    </message>
    <message>
        <source>How far below 0 the function levels off.</source>
        <translation>函数在0以下多深处变平。</translation>
    </message>
    <message>
        <source>The share of values that is set to 0 in training.</source>
        <translation>训练时置0的值所占的比例。</translation>
    </message>
    <message>
        <source>The standard deviation of the noise.</source>
        <translation>噪声的标准差。</translation>
    </message>
    <message>
        <source>What is mirrored: left and right, top and bottom, or both.</source>
        <translation>翻转的方向：左右、上下，或两者都有。</translation>
    </message>
    <message>
        <source>How far a picture is shifted at most, as a share of its side.</source>
        <translation>图片最多平移多少，以边长的比例计。</translation>
    </message>
    <message>
        <source>How far a picture is turned at most, as a share of a full turn: 0.25 is 90°.</source>
        <translation>图片最多旋转多少，以整圈的比例计：0.25就是90°。</translation>
    </message>
    <message>
        <source>How much of the past is kept at each step, from 0 to almost 1.</source>
        <translation>每一步保留多少过去，从0到接近1。</translation>
    </message>
    <message>
        <source>A small number that keeps a division from going wrong.</source>
        <translation>防止除法出错的一个小数。</translation>
    </message>
    <message>
        <source>How many filters the layer has, and so how many maps leave it.</source>
        <translation>该层有多少个卷积核，也就是输出多少张特征图。</translation>
    </message>
    <message>
        <source>How many pixels wide and high each filter is.</source>
        <translation>每个卷积核宽高多少像素。</translation>
    </message>
    <message>
        <source>How many pixels a filter moves at a time.</source>
        <translation>卷积核每次移动多少像素。</translation>
    </message>
    <message>
        <source>valid: filters stay inside the picture; same: zeros around it, so that they reach its edges.</source>
        <translation>valid：卷积核留在图像内；same：四周补零，使它够得到边缘。</translation>
    </message>
    <message>
        <source>How many pixels wide and high each window is.</source>
        <translation>每个窗口宽高多少像素。</translation>
    </message>
    <message>
        <source>How many whole numbers are known, from 0 on; others are taken as the nearest.</source>
        <translation>认识多少个整数，从0起；其他的取最接近的。</translation>
    </message>
    <message>
        <source>How many learned values stand for each number.</source>
        <translation>每个整数用多少个学到的值表示。</translation>
    </message>
    <message>
        <source>Whether the state after every step leaves, as the next recurrent layer needs, or only the last.</source>
        <translation>输出每一步之后的状态（下一个循环层需要），还是只输出最后一步的。</translation>
    </message>
    <message>
        <source>y as a formula of x: numbers, + - * / **, pi, e, and abs, exp, log, sqrt, square, sin, cos, tan, tanh, sigmoid, relu, softplus, sign, step, minimum(a, b), maximum(a, b), clip(a, low, high), where(x &gt; 0, a, b) with &lt; &lt;= &gt; &gt;= == or !=.</source>
        <translation>y 是 x 的公式：数字，+ - * / **，pi，e，以及 abs、exp、log、sqrt、square、sin、cos、tan、tanh、sigmoid、relu、softplus、sign、step、minimum(a, b)、maximum(a, b)、clip(a, low, high)、where(x &gt; 0, a, b)，比较用 &lt; &lt;= &gt; &gt;= == 或 !=。</translation>
    </message>
    <message>
        <source>What is taken from each feature: a number for each, or one for all.</source>
        <translation>从每个特征中减去的数：每个特征一个，或共用一个。</translation>
    </message>
    <message>
        <source>Each feature is divided by the root of it: a number for each, or one for all.</source>
        <translation>每个特征除以它的平方根：每个特征一个，或共用一个。</translation>
    </message>
    <message>
        <source>What every value is multiplied by.</source>
        <translation>每个值乘以多少。</translation>
    </message>
    <message>
        <source>What is added to every value.</source>
        <translation>每个值加上多少。</translation>
    </message>
    <message>
        <source>The new shape, such as 2, 1; it must hold as many values as come in.</source>
        <translation>新的形状，例如 2, 1；值的个数必须与输入相同。</translation>
    </message>
    <message>
        <source>The data that the network learns from.</source>
        <translation>网络要学习的数据。</translation>
    </message>
    <message>
        <source>How many points are made, for training and validation together.</source>
        <translation>产生多少个样本，训练和验证合计。</translation>
    </message>
    <message>
        <source>How far points stray from their pattern.</source>
        <translation>样本偏离规律多远。</translation>
    </message>
    <message>
        <source>How much of the data is trained on; the rest is for validation.</source>
        <translation>多少数据用来训练；其余用来验证。</translation>
    </message>
    <message>
        <source>The start of the random numbers: the same seed always gives the same run.</source>
        <translation>随机数的起点：同样的种子总是得到同样的训练。</translation>
    </message>
    <message>
        <source>What the network sees of each point.</source>
        <translation>网络看到每个样本的什么。</translation>
    </message>
    <message>
        <source>How the weights follow their gradients.</source>
        <translation>权值如何跟随梯度。</translation>
    </message>
    <message>
        <source>How large each step of training is.</source>
        <translation>训练每一步迈多大。</translation>
    </message>
    <message>
        <source>How many points are looked at before each change of the weights.</source>
        <translation>每次改变权值之前看多少个样本。</translation>
    </message>
    <message>
        <source>Whether large gradients are cut back, so that training stays stable.</source>
        <translation>是否削减过大的梯度，使训练保持稳定。</translation>
    </message>
    <message>
        <source>The largest gradient that is let through.</source>
        <translation>允许通过的最大梯度。</translation>
    </message>
    <message>
        <source>How long a run without a window lasts.</source>
        <translation>不带窗口的训练持续多久。</translation>
    </message>
    <message>
        <source>How good the predictions are, measured after each epoch beside the loss.</source>
        <translation>预测有多好，每轮之后与损失一起计算。</translation>
    </message>
    <message>
        <source>Whether the gradient is taken where the momentum leads.</source>
        <translation>是否在动量将到之处取梯度。</translation>
    </message>
    <message>
        <source>How slowly the mean of past gradients fades.</source>
        <translation>过去梯度的均值消退得多慢。</translation>
    </message>
    <message>
        <source>How slowly the mean of past squared gradients fades.</source>
        <translation>过去梯度平方的均值消退得多慢。</translation>
    </message>
    <message>
        <source>Whether the largest of the past squared gradients is used.</source>
        <translation>是否使用过去梯度平方中的最大值。</translation>
    </message>
    <message>
        <source>How much every weight shrinks at each step.</source>
        <translation>每一步每个权值缩小多少。</translation>
    </message>
    <message>
        <source>Whether gradients are scaled by their variance; slower, often steadier.</source>
        <translation>是否用方差缩放梯度；较慢，通常更稳。</translation>
    </message>
    <message>
        <source>Where the sum of squared gradients starts.</source>
        <translation>梯度平方和从多少开始。</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>step</source>
        <translation>阶跃</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>relu</source>
        <translation>relu</translation>
    </message>
    <message>
        <source>leaky relu</source>
        <translation>leaky relu</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>prelu</source>
        <translation>prelu</translation>
    </message>
    <message>
        <source>elu</source>
        <translation>elu</translation>
    </message>
    <message>
        <source>selu</source>
        <translation>selu</translation>
    </message>
    <message>
        <source>gelu</source>
        <translation>gelu</translation>
    </message>
    <message>
        <source>silu</source>
        <translation>silu</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>全0</translation>
    </message>
    <message>
        <source>ones</source>
        <translation>全1</translation>
    </message>
    <message>
        <source>glorot uniform</source>
        <translation>Glorot 均匀</translation>
    </message>
    <message>
        <source>glorot normal</source>
        <translation>Glorot 正态</translation>
    </message>
    <message>
        <source>he uniform</source>
        <translation>He 均匀</translation>
    </message>
    <message>
        <source>he normal</source>
        <translation>He 正态</translation>
    </message>
    <message>
        <source>lecun uniform</source>
        <translation>LeCun 均匀</translation>
    </message>
    <message>
        <source>lecun normal</source>
        <translation>LeCun 正态</translation>
    </message>
    <message>
        <source>random uniform</source>
        <translation>随机均匀</translation>
    </message>
    <message>
        <source>random normal</source>
        <translation>随机正态</translation>
    </message>
    <message>
        <source>truncated normal</source>
        <translation>截断正态</translation>
    </message>
    <message>
        <source>orthogonal</source>
        <translation>正交</translation>
    </message>
    <message>
        <source>as TensorFlow Playground</source>
        <translation>与 TensorFlow Playground 相同</translation>
    </message>
    <message>
        <source>0.1, as TensorFlow Playground</source>
        <translation>0.1，与 TensorFlow Playground 相同</translation>
    </message>
    <message>
        <source>numpy</source>
        <translation>numpy</translation>
    </message>
    <message>
        <source>seedrandom</source>
        <translation>seedrandom</translation>
    </message>
    <message>
        <source>left and right</source>
        <translation>左右</translation>
    </message>
    <message>
        <source>top and bottom</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>valid</translation>
    </message>
    <message>
        <source>same</source>
        <translation>same</translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation>打乱</translation>
    </message>
    <message>
        <source>as made</source>
        <translation>原顺序</translation>
    </message>
    <message>
        <source>short batch</source>
        <translation>末批不满</translation>
    </message>
    <message>
        <source>carried over</source>
        <translation>并入下一轮</translation>
    </message>
    <message>
        <source>by value</source>
        <translation>按值</translation>
    </message>
    <message>
        <source>by norm</source>
        <translation>按范数</translation>
    </message>
    <message>
        <source>by global norm</source>
        <translation>按全局范数</translation>
    </message>
    <message>
        <source>Plain gradient descent: each step goes straight down the slope.</source>
        <translation>普通的梯度下降：每一步直接沿坡向下。</translation>
    </message>
    <message>
        <source>Gives each weight a step of its own; learns fast with little tuning.</source>
        <translation>为每个权值单独定步长；不怎么调就学得快。</translation>
    </message>
    <message>
        <source>Adam that also shrinks the weights a little at each step.</source>
        <translation>每一步还把权值缩小一点的 Adam。</translation>
    </message>
    <message>
        <source>Divides each gradient by its recent size.</source>
        <translation>把每个梯度除以它近来的大小。</translation>
    </message>
    <message>
        <source>Takes smaller steps for weights that have moved much.</source>
        <translation>移动多的权值，步子就小。</translation>
    </message>
    <message>
        <source>Adagrad with a memory that fades; wants a learning rate near 1.</source>
        <translation>记忆会消退的 Adagrad；学习率宜接近1。</translation>
    </message>
    <message>
        <source>Adam that looks ahead with Nesterov&apos;s momentum.</source>
        <translation>用 Nesterov 动量向前看的 Adam。</translation>
    </message>
    <message>
        <source>Uses only the sign of the gradient; wants a small learning rate.</source>
        <translation>只用梯度的符号；学习率宜小。</translation>
    </message>
    <message>
        <source>Change {setting}</source>
        <translation>修改{setting}</translation>
    </message>
    <message>
        <source>Two classes</source>
        <translation>两个类别</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>More than two classes</source>
        <translation>多于两类</translation>
    </message>
    <message>
        <source>Pictures and sequences</source>
        <translation>图像与序列</translation>
    </message>
    <message>
        <source>What can go wrong</source>
        <translation>会出什么错</translation>
    </message>
    <message>
        <source>From elsewhere</source>
        <translation>来自别处</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Bumps</source>
        <translation>山丘</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶跃</translation>
    </message>
    <message>
        <source>Paste a link</source>
        <translation>粘贴链接</translation>
    </message>
    <message>
        <source>a first network</source>
        <translation>第一个网络</translation>
    </message>
    <message>
        <source>one line is not enough</source>
        <translation>一条线不够</translation>
    </message>
    <message>
        <source>the easiest border</source>
        <translation>最简单的边界</translation>
    </message>
    <message>
        <source>a bent border</source>
        <translation>弯曲的边界</translation>
    </message>
    <message>
        <source>many borders</source>
        <translation>许多边界</translation>
    </message>
    <message>
        <source>what depth is for</source>
        <translation>深度有什么用</translation>
    </message>
    <message>
        <source>two ways, merged</source>
        <translation>两条路，再合并</translation>
    </message>
    <message>
        <source>a straight answer</source>
        <translation>答案是直的</translation>
    </message>
    <message>
        <source>a surface with hills</source>
        <translation>有山丘的曲面</translation>
    </message>
    <message>
        <source>the surface sin(r)/r</source>
        <translation>曲面 sin(r)/r</translation>
    </message>
    <message>
        <source>a noisy curve</source>
        <translation>带噪声的曲线</translation>
    </message>
    <message>
        <source>type the border</source>
        <translation>输入边界</translation>
    </message>
    <message>
        <source>one output for each</source>
        <translation>每类一个输出</translation>
    </message>
    <message>
        <source>a corner for each</source>
        <translation>每类一个角</translation>
    </message>
    <message>
        <source>one inside another</source>
        <translation>一类套着一类</translation>
    </message>
    <message>
        <source>three spirals at once</source>
        <translation>三条螺旋同时来</translation>
    </message>
    <message>
        <source>three kinds of flowers</source>
        <translation>三个品种</translation>
    </message>
    <message>
        <source>handwriting, 8 by 8</source>
        <translation>手写，8 × 8</translation>
    </message>
    <message>
        <source>seen by a convolution</source>
        <translation>用卷积来看</translation>
    </message>
    <message>
        <source>a memory for sequences</source>
        <translation>记住序列</translation>
    </message>
    <message>
        <source>against overfitting</source>
        <translation>防止过拟合</translation>
    </message>
    <message>
        <source>why it cannot learn</source>
        <translation>为什么学不会</translation>
    </message>
    <message>
        <source>TensorFlow Playground</source>
        <translation>TensorFlow Playground</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Add feature</source>
        <translation>添加特征</translation>
    </message>
    <message>
        <source>Press Play</source>
        <translation>按“开始”</translation>
    </message>
    <message>
        <source>Add a neuron</source>
        <translation>加一个神经元</translation>
    </message>
    <message>
        <source>Try the spiral</source>
        <translation>试试螺旋</translation>
    </message>
    <message>
        <source>the circle</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>watch it learn</source>
        <translation>看着它学</translation>
    </message>
    <message>
        <source>see what it does</source>
        <translation>看看它做什么</translation>
    </message>
    <message>
        <source>it needs depth</source>
        <translation>它需要深度</translation>
    </message>
    <message>
        <source>A disc of blue points inside a ring of orange ones. The network has to find the border between them.</source>
        <translation>蓝点圆盘在橙点圆环里。网络要找出两者的边界。</translation>
    </message>
    <message>
        <source>Each small picture is what one neuron answers over the plane. Watch them change: slowly, then faster.</source>
        <translation>每张小图是一个神经元在平面上的回答。看它们变化：先慢后快。</translation>
    </message>
    <message>
        <source>Plus at the top of a layer gives it one neuron more: one line more that the border can be made of.</source>
        <translation>层上方的加号给它多加一个神经元：边界就能多用一条线拼成。</translation>
    </message>
    <message>
        <source>Two arms wound around each other. This network is too small for them: add neurons and layers.</source>
        <translation>两条互相缠绕的旋臂。这个网络对它们来说太小：请添加神经元和层。</translation>
    </message>
    <message>
        <source>epoch {epoch} of {last}</source>
        <translation>第{epoch}轮，共{last}轮</translation>
    </message>
    <message>
        <source>A lesson has at most {most} MB of text</source>
        <translation>课程文件最多 {most} MB 文字</translation>
    </message>
    <message>
        <source>This is no text in UTF-8; save the lesson as UTF-8</source>
        <translation>这不是 UTF-8 文本；请把课程另存为 UTF-8 编码</translation>
    </message>
    <message>
        <source>A lesson begins with “title: …” and “rows: …” between two lines of ---</source>
        <translation>课程应以两行 --- 开头，中间写“title: …”和“rows: …”</translation>
    </message>
    <message>
        <source>The lines that begin at --- do not end: a second --- is missing</source>
        <translation>从 --- 开始的几行没有结束：缺少第二行 ---</translation>
    </message>
    <message>
        <source>“{name}: …” is missing between the lines of ---</source>
        <translation>两行 --- 之间缺少“{name}: …”</translation>
    </message>
    <message>
        <source>Nothing stands behind “{name}:”</source>
        <translation>“{name}:”后面没有内容</translation>
    </message>
    <message>
        <source>“{got}” was expected to be “name: value”</source>
        <translation>“{got}”应写成“名称: 值”</translation>
    </message>
    <message>
        <source>“{got}” is not known here; there are {known}</source>
        <translation>这里不认识“{got}”；可以用 {known}</translation>
    </message>
    <message>
        <source>“{name}” stands there twice, first in line {line_before}</source>
        <translation>“{name}”出现了两次，第一次在第{line_before}行</translation>
    </message>
    <message>
        <source>“{got}” is no number of minutes from 1 to {most}</source>
        <translation>“{got}”不是1到{most}之间的分钟数</translation>
    </message>
    <message>
        <source>“{got}” is nothing that can be hidden</source>
        <translation>“{got}”不是可以隐藏的控件</translation>
    </message>
    <message>
        <source>A lesson needs steps: lines that begin with ##</source>
        <translation>课程需要步骤：以 ## 开头的行</translation>
    </message>
    <message>
        <source>“{got}” stands before the first step, a line that begins with ##</source>
        <translation>“{got}”写在了第一个步骤（以 ## 开头的行）之前</translation>
    </message>
    <message>
        <source>A title is missing behind ##</source>
        <translation>## 后面缺少标题</translation>
    </message>
    <message>
        <source>A lesson has at most {most} steps; from this one on they are left out</source>
        <translation>一课最多{most}个步骤；从这一步起不再显示</translation>
    </message>
    <message>
        <source>“```{got}” is not known; there are {known}</source>
        <translation>不认识“```{got}”；可以用 {known}</translation>
    </message>
    <message>
        <source>The block “```{word}” does not end: a line of ``` is missing</source>
        <translation>“```{word}”块没有结束：缺少一行 ```</translation>
    </message>
    <message>
        <source>“{got}” is nothing to load; write example:circle, file:name.playground or link:#…</source>
        <translation>“{got}”无法载入；请写 example:circle、file:名称.playground 或 link:#…</translation>
    </message>
    <message>
        <source>“{got}” cannot be kept; there are data, weights and nothing</source>
        <translation>“{got}”不能保留；可以写 data、weights 或 nothing</translation>
    </message>
    <message>
        <source>There is no example “{got}”</source>
        <translation>没有名为“{got}”的示例</translation>
    </message>
    <message>
        <source>“{got}” is no link of TensorFlow Playground</source>
        <translation>“{got}”不是 TensorFlow Playground 的链接</translation>
    </message>
    <message>
        <source>“{got}” is no project; its name ends in .playground</source>
        <translation>“{got}”不是项目文件；项目的文件名以 .playground 结尾</translation>
    </message>
    <message>
        <source>The project “{got}” is damaged; open it to see what is wrong</source>
        <translation>项目“{got}”已损坏；打开它可以看到问题所在</translation>
    </message>
    <message>
        <source>“{got}” does not lie beside the lesson; nothing else is opened</source>
        <translation>“{got}”不在课程所在的文件夹里；课程只能打开那里的文件</translation>
    </message>
    <message>
        <source>There is no file “{got}” beside the lesson</source>
        <translation>课程旁边没有文件“{got}”</translation>
    </message>
    <message>
        <source>“{got}” is no place in the window, such as layer:dense_1, setting:learning_rate or button:play</source>
        <translation>“{got}”不是窗口中的位置，位置写成 layer:dense_1、setting:learning_rate 或 button:play 这样</translation>
    </message>
    <message>
        <source>“{got}” is no kind of place; there are {known}</source>
        <translation>没有“{got}”这类位置；可以用 {known}</translation>
    </message>
    <message>
        <source>“{kind}:{got}” is not there</source>
        <translation>没有“{kind}:{got}”</translation>
    </message>
    <message>
        <source>A goal needs a line “- what to reach | condition”</source>
        <translation>目标需要一行“- 要达到什么 | 条件”</translation>
    </message>
    <message>
        <source>“{got}” was expected to be “- what to reach | condition”</source>
        <translation>“{got}”应写成“- 要达到什么 | 条件”</translation>
    </message>
    <message>
        <source>The question itself is missing</source>
        <translation>缺少问题本身</translation>
    </message>
    <message>
        <source>The question has no answer: “- [x] right | why”, “answer: 0.2 ± 0.01 | why” or “words: why”</source>
        <translation>问题没有答案：请写“- [x] 正确 | 原因”、“answer: 0.2 ± 0.01 | 原因”或“words: 参考回答”</translation>
    </message>
    <message>
        <source>No answer is marked as right: - [x]</source>
        <translation>没有标出正确答案：- [x]</translation>
    </message>
    <message>
        <source>A question has choices, a number or words, and not several of these</source>
        <translation>一个问题只能是选择、数值或文字中的一种</translation>
    </message>
    <message>
        <source>“{got}” was expected to be “- [ ] an answer | why not”</source>
        <translation>“{got}”应写成“- [ ] 答案 | 为什么不对”</translation>
    </message>
    <message>
        <source>“{got}” is no number such as 0.2 or 0.2 ± 0.01</source>
        <translation>“{got}”不是0.2或 0.2 ± 0.01 这样的数值</translation>
    </message>
    <message>
        <source>Another question is called “{got}” too, in line {line_before}</source>
        <translation>第{line_before}行已有一个名为“{got}”的问题</translation>
    </message>
    <message>
        <source>No question of this lesson is called “{got}”</source>
        <translation>本课没有名为“{got}”的问题</translation>
    </message>
    <message>
        <source>The lab needs a line “operation: name”</source>
        <translation>实验室需要一行“operation: 名称”</translation>
    </message>
    <message>
        <source>“{got}” cannot be read for {name}; write it as in Python</source>
        <translation>读不懂给 {name} 的“{got}”；请按 Python 的写法来写</translation>
    </message>
    <message>
        <source>“{got}” cannot be read for {setting}; write it as in “{expected}”</source>
        <translation>{setting} 读不懂“{got}”；请写成“{expected}”这样</translation>
    </message>
    <message>
        <source>The lab has no operation “{got}”</source>
        <translation>实验室没有运算“{got}”</translation>
    </message>
    <message>
        <source>There is no code in this block</source>
        <translation>这个块里没有代码</translation>
    </message>
    <message>
        <source>A text has at most {most} letters; the rest is left out</source>
        <translation>一段文字最多{most}个字符；其余部分不再显示</translation>
    </message>
    <message>
        <source>$$ begins a formula that does not end</source>
        <translation>$$ 开始的公式没有结束</translation>
    </message>
    <message>
        <source>There is nothing in this formula</source>
        <translation>这个公式是空的</translation>
    </message>
    <message>
        <source>The formula is too long</source>
        <translation>公式太长</translation>
    </message>
    <message>
        <source>In the formula {got} there is no partner of {word}</source>
        <translation>公式 {got} 中的 {word} 没有配对</translation>
    </message>
    <message>
        <source>{word} is not known in formulas</source>
        <translation>公式中不认识 {word}</translation>
    </message>
    <message>
        <source>“{got}” is HTML, which a lesson does not have; it is shown as it is</source>
        <translation>“{got}”是 HTML，课程不支持，会原样显示</translation>
    </message>
    <message>
        <source>“{got}” is no row of the curriculum: A1 to A17, B1 to B10, C1 to C6</source>
        <translation>“{got}”不是课程大纲中的条目：A1 到 A17、B1 到 B10、C1 到 C6</translation>
    </message>
    <message>
        <source>“# {got}”: titles stand between the lines of ---; steps begin with ##</source>
        <translation>“# {got}”：标题写在两行 --- 之间；步骤以 ## 开头</translation>
    </message>
    <message>
        <source>“{got}” is not known here; there are keep: data and sample: x = 1</source>
        <translation>这里不认识“{got}”；可以写 keep: data 和 sample: x = 1</translation>
    </message>
    <message>
        <source>“{got}” is no sample; write a row, as 3, or inputs, as x1 = 1, x2 = 2</source>
        <translation>“{got}”不是样本；请写行号，如3，或写输入，如 x1 = 1, x2 = 2</translation>
    </message>
    <message>
        <source>“{got}” is an address, and a lesson opens none; there are do: links</source>
        <translation>“{got}”是网址，课程不会打开网址；可以用 do: 链接</translation>
    </message>
    <message>
        <source>“{got}” is no PNG, JPEG or SVG picture</source>
        <translation>“{got}”不是 PNG、JPEG 或 SVG 图片</translation>
    </message>
    <message>
        <source>The picture “{got}” is larger than {most} MB</source>
        <translation>图片“{got}”超过 {most} MB</translation>
    </message>
    <message>
        <source>The picture “{got}” names other files; it must stand alone</source>
        <translation>图片“{got}”引用了别的文件；图片必须独立完整</translation>
    </message>
    <message>
        <source>“{got}” begins a number that does not end</source>
        <translation>“{got}”开始的数值没有结束</translation>
    </message>
    <message>
        <source>“do:{got}” does nothing; there are {expected}</source>
        <translation>“do:{got}”没有作用；可以用 {expected}</translation>
    </message>
    <message>
        <source>“do:set {got}” was expected to be “do:set name=value”</source>
        <translation>“do:set {got}”应写成“do:set 名称=值”</translation>
    </message>
    <message>
        <source>“{got}” is no setting</source>
        <translation>没有名为“{got}”的设置</translation>
    </message>
    <message>
        <source>“{got}” cannot be set by a link</source>
        <translation>“{got}”不能用链接来设置</translation>
    </message>
    <message>
        <source>{setting} cannot be “{got}”; expected {expected}</source>
        <translation>{setting} 不能是“{got}”；应为 {expected}</translation>
    </message>
    <message>
        <source>A condition has at most {most} characters</source>
        <translation>条件最多{most}个字符</translation>
    </message>
    <message>
        <source>More than {most} brackets lie in each other</source>
        <translation>括号嵌套超过{most}层</translation>
    </message>
    <message>
        <source>There is nothing to read</source>
        <translation>这里是空的</translation>
    </message>
    <message>
        <source>Something is missing at the end</source>
        <translation>末尾缺少内容</translation>
    </message>
    <message>
        <source>A quote is opened and not closed</source>
        <translation>引号没有闭合</translation>
    </message>
    <message>
        <source>A bracket is opened and not closed</source>
        <translation>括号没有闭合</translation>
    </message>
    <message>
        <source>“{got}” is written “{near}” here</source>
        <translation>“{got}”在这里写作“{near}”</translation>
    </message>
    <message>
        <source>“{got}” is not understood here</source>
        <translation>看不懂这里的“{got}”</translation>
    </message>
    <message>
        <source>“{got}” is neither true nor false; compare it, as in epoch &gt;= 100</source>
        <translation>“{got}”无所谓真假；请写成比较，如 epoch &gt;= 100</translation>
    </message>
    <message>
        <source>“{word}” needs conditions beside it, as in epoch &gt;= 100</source>
        <translation>“{word}”两边应是条件，如 epoch &gt;= 100</translation>
    </message>
    <message>
        <source>“{got}” is no number</source>
        <translation>“{got}”不是数值</translation>
    </message>
    <message>
        <source>“{sign}” needs numbers beside it</source>
        <translation>“{sign}”两边应是数值</translation>
    </message>
    <message>
        <source>{left} is compared with {right}, which never holds</source>
        <translation>{left}与{right}相比较，永远不会成立</translation>
    </message>
    <message>
        <source>“{got}” compares numbers only; use == or !=</source>
        <translation>“{got}”只能比较数值；请用 == 或 !=</translation>
    </message>
    <message>
        <source>{fact} is never “{got}”</source>
        <translation>{fact} 不会是“{got}”</translation>
    </message>
    <message>
        <source>{fact} is at most 1; write {got} % for percent</source>
        <translation>{fact} 最大为1；百分数请写 {got} %</translation>
    </message>
    <message>
        <source>The number {got} is too large</source>
        <translation>数值 {got} 太大</translation>
    </message>
    <message>
        <source>{got} needs to be told of what, as in {got}(“…”)</source>
        <translation>需要说明是哪一个的 {got}，如 {got}(“…”)</translation>
    </message>
    <message>
        <source>“{got}” is not known</source>
        <translation>不认识“{got}”</translation>
    </message>
    <message>
        <source>“{got}(…)” is not known</source>
        <translation>不认识“{got}(…)”</translation>
    </message>
    <message>
        <source>{got} takes {fewest} to {most} values in its brackets</source>
        <translation>{got} 的括号中应有{fewest}到{most}个值</translation>
    </message>
    <message>
        <source>A word in quotes is needed in place of {got}</source>
        <translation>{got} 处应是带引号的文字</translation>
    </message>
    <message>
        <source>A whole number is needed in place of {got}</source>
        <translation>{got} 处应是整数</translation>
    </message>
    <message>
        <source>{got} needs quotes here: “{got}”</source>
        <translation>{got} 在这里需要引号：“{got}”</translation>
    </message>
    <message>
        <source>This is no lesson that was packed here, or it is damaged</source>
        <translation>这不是打包的课程，或者文件已损坏</translation>
    </message>
    <message>
        <source>The packed lesson is too large</source>
        <translation>打包的课程太大</translation>
    </message>
    <message>
        <source>The packed lesson holds more than {most} files</source>
        <translation>打包的课程中超过{most}个文件</translation>
    </message>
    <message>
        <source>The packed lesson holds no single .md file</source>
        <translation>打包的课程中应当恰好有一个 .md 文件</translation>
    </message>
    <message>
        <source>“{got}” in the packed lesson is neither text nor project nor picture</source>
        <translation>打包的课程中，“{got}”既不是文本，也不是项目或图片</translation>
    </message>
    <message>
        <source>{fault}; did you mean {near}?</source>
        <translation>{fault}；是不是想写 {near}？</translation>
    </message>
    <message>
        <source>line {line}: {fault}</source>
        <translation>第{line}行：{fault}</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>A word</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>A condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Type a weight</source>
        <translation>手动输入权值</translation>
    </message>
    <message>
        <source>Turn a weight</source>
        <translation>调节权值</translation>
    </message>
    <message>
        <source>Step for one sample</source>
        <translation>用一个样本走一步</translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation>打开一次运行</translation>
    </message>
    <message>
        <source>Add a rival</source>
        <translation>添加对照网络</translation>
    </message>
    <message>
        <source>Edit a rival</source>
        <translation>编辑对照网络</translation>
    </message>
    <message>
        <source>Remove a rival</source>
        <translation>移除对照网络</translation>
    </message>
    <message>
        <source>Rename a network</source>
        <translation>重命名网络</translation>
    </message>
    <message>
        <source>Expand layers</source>
        <translation>展开层</translation>
    </message>
    <message>
        <source>Collapse layers</source>
        <translation>折叠层</translation>
    </message>
    <message>
        <source>Show neurons</source>
        <translation>显示神经元</translation>
    </message>
    <message>
        <source>Group layers</source>
        <translation>组合层</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>取消组合</translation>
    </message>
    <message>
        <source>Close group</source>
        <translation>关闭组</translation>
    </message>
    <message>
        <source>Open group</source>
        <translation>打开组</translation>
    </message>
    <message>
        <source>Colour group</source>
        <translation>给组上色</translation>
    </message>
    <message>
        <source>Insert layer</source>
        <translation>插入层</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>Connect layers</source>
        <translation>连接层</translation>
    </message>
    <message>
        <source>Reconnect layers</source>
        <translation>改接连线</translation>
    </message>
    <message>
        <source>Draw arrow</source>
        <translation>画箭头</translation>
    </message>
    <message>
        <source>Change width of note</source>
        <translation>改变便签宽度</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加便签</translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation>删除便签</translation>
    </message>
    <message>
        <source>Write note</source>
        <translation>编写便签</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>重命名层</translation>
    </message>
    <message>
        <source>Rename group</source>
        <translation>重命名组</translation>
    </message>
    <message>
        <source>Show hidden controls</source>
        <translation>显示隐藏的控件</translation>
    </message>
    <message>
        <source>Choose features</source>
        <translation>选择特征</translation>
    </message>
    <message>
        <source>Lower the learning rate</source>
        <translation>降低学习率</translation>
    </message>
    <message>
        <source>The first has {columns} columns, the second {rows} rows: they must be equal.</source>
        <translation>第一个有{columns}列，第二个有{rows}行：两者必须相等。</translation>
    </message>
    <message>
        <source>@ needs matrices; {name} is a vector of {length}. Give it a second axis.</source>
        <translation>@ 需要矩阵；{name} 是长度为{length}的向量。给它再加一个轴。</translation>
    </message>
    <message>
        <source>The axes before the last two must be equal or 1: {first} against {second}.</source>
        <translation>最后两个轴之前的各轴必须相等或为1：这里是 {first} 和 {second}。</translation>
    </message>
    <message>
        <source>Aligned at the right, {top} stands over {bottom}: equal lengths or a 1 are needed.</source>
        <translation>向右对齐后，{top} 对着 {bottom}：长度必须相等，或其中一个为1。</translation>
    </message>
    <message>
        <source>TensorFlow never mixes kinds of numbers: these are {first} and {second}. Cast one of them.</source>
        <translation>TensorFlow 不会混用数值类型：这里是 {first} 和 {second}。请转换其中一个。</translation>
    </message>
    <message>
        <source>{value} is no {dtype}.</source>
        <translation>{value} 不是 {dtype}。</translation>
    </message>
    <message>
        <source>{value} is a number, and a text is needed: put it in quotation marks.</source>
        <translation>{value} 是数，这里需要字符串：请加上引号。</translation>
    </message>
    <message>
        <source>{value} is a text, and a number is needed ({dtype}).</source>
        <translation>{value} 是字符串，这里需要数（{dtype}）。</translation>
    </message>
    <message>
        <source>{value} are numbers; a condition needs True and False.</source>
        <translation>{value} 是数；条件需要 True 和 False。</translation>
    </message>
    <message>
        <source>{operation} works on floats, and these are {dtype}: write 1. for 1, or cast.</source>
        <translation>{operation} 只适用于浮点数，这里是 {dtype}：把1写成 1.，或先转换类型。</translation>
    </message>
    <message>
        <source>{operation} does not work on booleans. Cast them to numbers to count.</source>
        <translation>{operation} 不适用于布尔值。先转换成数再计算。</translation>
    </message>
    <message>
        <source>{operation} does not work on texts.</source>
        <translation>{operation} 不适用于字符串。</translation>
    </message>
    <message>
        <source>Places are whole numbers, and these are {dtype}.</source>
        <translation>位置必须是整数，这里是 {dtype}。</translation>
    </message>
    <message>
        <source>Whole numbers cannot be divided by 0; floats give infinity.</source>
        <translation>整数不能除以0；浮点数会得到无穷大。</translation>
    </message>
    <message>
        <source>A negative power of a whole number is no whole number: use floats.</source>
        <translation>整数的负次方不是整数：请用浮点数。</translation>
    </message>
    <message>
        <source>{values} values do not fill {shape} = {places} places.</source>
        <translation>{values}个值填不满 {shape} = {places} 个位置。</translation>
    </message>
    <message>
        <source>{values} is no multiple of {multiple}, so −1 cannot be found.</source>
        <translation>{values}不是{multiple}的倍数，−1无法推出。</translation>
    </message>
    <message>
        <source>Only one length may be −1: the others must be said.</source>
        <translation>只能有一个长度是−1：其余的必须写明。</translation>
    </message>
    <message>
        <source>An axis cannot have a length below 0.</source>
        <translation>轴的长度不能小于0。</translation>
    </message>
    <message>
        <source>Axis {axis} has length {length}; only an axis of length 1 can go.</source>
        <translation>轴{axis}的长度是{length}；只有长度为1的轴才能去掉。</translation>
    </message>
    <message>
        <source>A single number has no axes.</source>
        <translation>单个数没有轴。</translation>
    </message>
    <message>
        <source>There is no axis {axis}: they are 0 to {last}, or from the end −{axes} to −1.</source>
        <translation>没有轴{axis}：可用的是0到{last}，或从末尾数的 −{axes} 到−1。</translation>
    </message>
    <message>
        <source>The order needs {needed} axes, each once; {got} were given.</source>
        <translation>次序需要写出{needed}个轴，各一次；这里给了 {got} 个。</translation>
    </message>
    <message>
        <source>The order needs each axis once; {missing} is missing.</source>
        <translation>次序中每个轴都要出现一次；缺少 {missing}。</translation>
    </message>
    <message>
        <source>There are {axes} axes: give one number, or one pair, for each of them.</source>
        <translation>共有{axes}个轴：每个轴都要给一个数或一对数。</translation>
    </message>
    <message>
        <source>Padding adds cells, so it cannot be below 0. Slice to take some away.</source>
        <translation>填充是增加元素，不能小于0。要去掉元素请用切片。</translation>
    </message>
    <message>
        <source>A mirror of {length} values has no more to show: {before} before and {after} after are too many.</source>
        <translation>{length}个值的镜像不够长：前面 {before} 个、后面 {after} 个太多了。</translation>
    </message>
    <message>
        <source>Both need the same number of axes: {first_shape} and {second_shape}.</source>
        <translation>两者的轴数必须相同：{first_shape} 和 {second_shape}。</translation>
    </message>
    <message>
        <source>Only axis {along} may differ. Axis {axis} is {first} and {second}.</source>
        <translation>只有轴 {along} 可以不同。轴{axis}是 {first} 和 {second}。</translation>
    </message>
    <message>
        <source>Single numbers have no axis to be joined along: stack makes one.</source>
        <translation>单个数没有可以拼接的轴：用 stack 新建一个。</translation>
    </message>
    <message>
        <source>Stack needs equal shapes: {first_shape} and {second_shape}.</source>
        <translation>stack 需要相同的形状：{first_shape} 和 {second_shape}。</translation>
    </message>
    <message>
        <source>{length} cannot be cut into {parts} equal parts.</source>
        <translation>{length}不能分成{parts}等份。</translation>
    </message>
    <message>
        <source>The sizes of the parts must add up to the length of the axis; they add up to {sum}.</source>
        <translation>各部分长度之和必须等于轴的长度；现在的和是 {sum}。</translation>
    </message>
    <message>
        <source>There is no place {index} on axis {axis}: its places are 0 to {last}, or from the end −{length} to −1.</source>
        <translation>轴{axis}上没有位置{index}：可用的是0到{last}，或从末尾数的 −{length} 到−1。</translation>
    </message>
    <message>
        <source>{given} places were given, and there are {axes} axes.</source>
        <translation>给了 {given} 个位置，而只有{axes}个轴。</translation>
    </message>
    <message>
        <source>A list is no place: x[[0, 2]] means x[0, 2]. To take several, use tf.gather.</source>
        <translation>列表不能作为位置：x[[0, 2]] 等同于 x[0, 2]。要取多个，请用 tf.gather。</translation>
    </message>
    <message>
        <source>{got} is no place. Whole numbers, start:stop:step, ... and tf.newaxis are.</source>
        <translation>{got} 不能作为位置。可以用整数、start:stop:step、... 和 tf.newaxis。</translation>
    </message>
    <message>
        <source>A step of 0 would never get on.</source>
        <translation>步长为0就永远停在原地。</translation>
    </message>
    <message>
        <source>There is no place {index}: they are 0 to {last}.</source>
        <translation>没有位置{index}：可用的是0到{last}。</translation>
    </message>
    <message>
        <source>Places are counted from 0 here; {index} does not count from the end.</source>
        <translation>这里的位置从0数起；{index}不会从末尾数。</translation>
    </message>
    <message>
        <source>The place [{place}] lies outside the shape [{shape}].</source>
        <translation>位置 [{place}] 超出了形状 [{shape}]。</translation>
    </message>
    <message>
        <source>A place of {length} numbers, and there are {axes} axes.</source>
        <translation>位置由{length}个数组成，而只有{axes}个轴。</translation>
    </message>
    <message>
        <source>Each place is a list of its own: [[4], [3]] in place of [4, 3].</source>
        <translation>每个位置自成一个列表：写 [[4], [3]]，不是 [4, 3]。</translation>
    </message>
    <message>
        <source>{places} places and {values} values: each value needs its place.</source>
        <translation>{places}个位置，{values}个值：每个值都要有自己的位置。</translation>
    </message>
    <message>
        <source>The mask needs {needed} answers and has {got}.</source>
        <translation>掩码需要{needed}个布尔值，现在有 {got} 个。</translation>
    </message>
    <message>
        <source>The rows are of different length: a tensor has no gaps.</source>
        <translation>各行长度不同：张量不能有缺口。</translation>
    </message>
    <message>
        <source>Numbers and texts do not go into one tensor.</source>
        <translation>数和字符串不能放进同一个张量。</translation>
    </message>
    <message>
        <source>This whole number is too large even for int64.</source>
        <translation>这个整数太大，int64 也装不下。</translation>
    </message>
    <message>
        <source>Steps of 0 never reach the end.</source>
        <translation>步长为0永远到不了终点。</translation>
    </message>
    <message>
        <source>From {start} to {limit} the steps must go down: delta=-1.</source>
        <translation>从 {start} 到 {limit} 要往下走：delta=-1。</translation>
    </message>
    <message>
        <source>A variable keeps its shape: [{needed}] is needed, [{got}] came.</source>
        <translation>变量的形状不变：需要 [{needed}]，来的是 [{got}]。</translation>
    </message>
    <message>
        <source>These cells have the shape [{needed}]; [{got}] does not fit into them.</source>
        <translation>这些格子的形状是 [{needed}]，[{got}] 放不进去。</translation>
    </message>
    <message>
        <source>A constant cannot be changed: make it a tf.Variable.</source>
        <translation>常量不能修改：请改用 tf.Variable。</translation>
    </message>
    <message>
        <source>“{text}” is no number.</source>
        <translation>“{text}”不是数。</translation>
    </message>
    <message>
        <source>A text is not cast to {dtype}: tf.strings.to_number reads it.</source>
        <translation>字符串不能直接转换成 {dtype}：请用 tf.strings.to_number 读取。</translation>
    </message>
    <message>
        <source>There is no norm {order}: use 1, 2, infinity, another number above 0, or &quot;euclidean&quot;.</source>
        <translation>没有 {order} 范数：可用1、2、无穷、其他正数或 &quot;euclidean&quot;。</translation>
    </message>
    <message>
        <source>Several truths are not one: use tf.reduce_all or tf.reduce_any.</source>
        <translation>多个布尔值不是一个：请用 tf.reduce_all 或 tf.reduce_any。</translation>
    </message>
    <message>
        <source>TensorFlow refused this call: {said}</source>
        <translation>TensorFlow 拒绝了这次调用：{said}</translation>
    </message>
    <message>
        <source>The lab could not answer this.</source>
        <translation>实验室无法回答这个问题。</translation>
    </message>
    <message>
        <source>That would be {cells} cells, and the lab stops at a million.</source>
        <translation>结果会有{cells}个元素，实验室最多一百万个。</translation>
    </message>
    <message>
        <source>That would be {axes} axes, and the lab shows up to {most}.</source>
        <translation>结果会有{axes}个轴，实验室最多显示{most}个。</translation>
    </message>
    <message>
        <source>{name} would have {cells} typed cells; up to {most} can be typed.</source>
        <translation>{name} 有{cells}个输入的元素；最多可输入{most}个。</translation>
    </message>
    <message>
        <source>That is a long text; up to {most} letters can be typed.</source>
        <translation>文字太长；最多可输入{most}个字符。</translation>
    </message>
    <message>
        <source>That would be {parts} parts, and the lab shows up to {most}.</source>
        <translation>会分成{parts}个部分，实验室最多显示{most}个。</translation>
    </message>
    <message>
        <source>A chain has up to {most} steps.</source>
        <translation>一条链最多{most}步。</translation>
    </message>
    <message>
        <source>{name} holds more than fits.</source>
        <translation>{name} 的内容太多了。</translation>
    </message>
    <message>
        <source>{name} goes up to {most} here.</source>
        <translation>{name} 在这里最大为{most}。</translation>
    </message>
    <message>
        <source>{name} has an axis of a length below 0.</source>
        <translation>{name} 有一个轴的长度小于0。</translation>
    </message>
    <message>
        <source>A standard deviation is never below 0, and TensorFlow does not complain of {value}.</source>
        <translation>标准差不会小于0，而 TensorFlow 对 {value} 不会报错。</translation>
    </message>
    <message>
        <source>{name} must be a number, not infinity and not NaN.</source>
        <translation>{name} 必须是一个数，不能是无穷大或 NaN。</translation>
    </message>
    <message>
        <source>{name} is one of {choices}.</source>
        <translation>{name} 只能是 {choices} 之一。</translation>
    </message>
    <message>
        <source>The lab has no operation {name}.</source>
        <translation>实验室没有 {name} 这个操作。</translation>
    </message>
    <message>
        <source>This operation has no {name}.</source>
        <translation>这个操作没有 {name}。</translation>
    </message>
    <message>
        <source>There is no step {step} before this one.</source>
        <translation>在这一步之前没有第{step}步。</translation>
    </message>
    <message>
        <source>Between the brackets stand places, start:stop:step, ... or tf.newaxis.</source>
        <translation>方括号里可以写位置、start:stop:step、... 或 tf.newaxis。</translation>
    </message>
    <message>
        <source>This is no number and no list.</source>
        <translation>这既不是数，也不是列表。</translation>
    </message>
    <message>
        <source>One cell holds one value.</source>
        <translation>一个格子里只放一个值。</translation>
    </message>
    <message>
        <source>That is too long: up to {most} letters.</source>
        <translation>太长了：最多{most}个字符。</translation>
    </message>
    <message>
        <source>That is nested too deep: up to {most} lists inside each other.</source>
        <translation>嵌套太深了：最多{most}层列表。</translation>
    </message>
    <message>
        <source>The lab knows no such operation.</source>
        <translation>实验室不认识这样的操作。</translation>
    </message>
    <message>
        <source>{before} does not fit into {dtype}: it becomes {after}. TensorFlow gives no error.</source>
        <translation>{before} 装不进 {dtype}：变成了 {after}。TensorFlow 不报错。</translation>
    </message>
    <message>
        <source>{before} is too large for {dtype}: it becomes infinity.</source>
        <translation>{before} 对 {dtype} 来说太大：变成了无穷大。</translation>
    </message>
    <message>
        <source>{before} is not among the numbers of {dtype}: it becomes {after}.</source>
        <translation>{dtype} 里没有 {before} 这个数：变成了 {after}。</translation>
    </message>
    <message>
        <source>Too large for int32, so the list became int64.</source>
        <translation>超出 int32 的范围，所以列表变成了 int64。</translation>
    </message>
    <message>
        <source>Finite numbers came in, and infinity came out.</source>
        <translation>进来的是有限的数，出来的是无穷大。</translation>
    </message>
    <message>
        <source>Numbers came in, and NaN came out: there is no such value.</source>
        <translation>进来的是数，出来的是 NaN：这样的值不存在。</translation>
    </message>
    <message>
        <source>An odd number of points has one in the middle. There r is 0, and 0/0 is NaN, though the limit is 1. One NaN is enough to spoil the mean of all points, or a loss.</source>
        <translation>点数为奇数时，正中央恰有一个点。那里 r 为0，0/0 得 NaN，尽管极限是1。只要有一个 NaN，所有点的均值或者损失就都毁了。</translation>
    </message>
    <message>
        <source>where has the right value at 0, but the slope is NaN: going back, the tape multiplies the slope of the branch that was not chosen by 0, and that slope is no number, as it divides by 0: 0 · NaN is NaN. A second where keeps 0 out of the division.</source>
        <translation>where 在0处给出的值是对的，梯度却是 NaN：反向传播时，没有选中的那一支的梯度要乘以0，而它除以0，本身就是 NaN，0 · NaN 仍是 NaN。再套一个 where，就不会有0去作除数。</translation>
    </message>
    <message>
        <source>No NaN, and no 1: among {side} points along each axis, which is even, none is in the middle, where r is 0. The four points beside it are the highest, {highest}.</source>
        <translation>没有 NaN，也没有1：每个轴上有{side}个点，是偶数，正中央（r 为0处）没有点。最高的是紧邻中央的四个点，值为{highest}。</translation>
    </message>
    <message>
        <source>No error and no NaN, but a hole: divide_no_nan says 0 in the middle, where the limit is 1.</source>
        <translation>没有报错，也没有 NaN，却有一个坑：divide_no_nan 在正中央给出0，而极限是1。</translation>
    </message>
    <message>
        <source>Rows of unequal length: TensorFlow gives a ragged tensor. The marked cells fill it up and are no words.</source>
        <translation>各行长度不同，TensorFlow 给出的是不规则张量。这里用标出的空元素补齐，它们并不是词。</translation>
    </message>
    <message>
        <source>A NaN came in, and the other shares are wrong though they look right.</source>
        <translation>进来的有 NaN，其他比例看似正常，其实不对。</translation>
    </message>
    <message>
        <source>Whole numbers divided by / give float64.</source>
        <translation>整数用 / 相除得到 float64。</translation>
    </message>
    <message>
        <source>Whole ends give float64: write -8. for float32.</source>
        <translation>两端是整数时得到 float64：写成 -8. 才是 float32。</translation>
    </message>
    <message>
        <source>The mean of whole numbers is cut: {exact} becomes {got}.</source>
        <translation>整数的平均值被截断：{exact} 变成 {got}。</translation>
    </message>
    <message>
        <source>The smallest number has no positive counterpart, so {value} stays negative.</source>
        <translation>最小的数没有对应的正数，所以 {value} 仍是负数。</translation>
    </message>
    <message>
        <source>{base} to the power of {power} does not fit: the result has wrapped around.</source>
        <translation>{base} 的 {power} 次方装不下：结果溢出回绕了。</translation>
    </message>
    <message>
        <source>There is no class {index} among {depth}: its row is all 0, without an error.</source>
        <translation>{depth}个类别里没有{index}：那一行全是0，也不报错。</translation>
    </message>
    <message>
        <source>The lower limit {low} lies above the upper {high}: all becomes {low}.</source>
        <translation>下限 {low} 大于上限 {high}：全部变成 {low}。</translation>
    </message>
    <message>
        <source>{first} and {second} cannot be compared cell by cell, and == says False in place of an error.</source>
        <translation>{first} 和 {second} 无法逐元素比较，== 不报错，只给出 False。</translation>
    </message>
    <message>
        <source>+ puts texts one behind the other.</source>
        <translation>+ 会把字符串首尾相接。</translation>
    </message>
    <message>
        <source>Numbers work as a mask too: 0 is False, all else True.</source>
        <translation>数也能当掩码：0为 False，其余为 True。</translation>
    </message>
    <message>
        <source>meshgrid first makes a row of a matrix.</source>
        <translation>meshgrid 会先把矩阵展成一行。</translation>
    </message>
    <message>
        <source>Several are equal: the first one counts.</source>
        <translation>有几个相等：取第一个。</translation>
    </message>
    <message>
        <source>Two values share a place: they add up.</source>
        <translation>有两个值落在同一位置：它们相加了。</translation>
    </message>
    <message>
        <source>Two values share a place: the last one stays (on the CPU).</source>
        <translation>有两个值落在同一位置：以最后一个为准（在 CPU 上）。</translation>
    </message>
    <message>
        <source>The result has no cells.</source>
        <translation>结果没有元素。</translation>
    </message>
    <message>
        <source>The axis ends at {length}: a slice up to {stop} is cut without an error.</source>
        <translation>这个轴只有{length}：切到 {stop} 会被截断，也不报错。</translation>
    </message>
    <message>
        <source>Transpose {name}</source>
        <translation>转置 {name}</translation>
    </message>
    <message>
        <source>Make {name} a row</source>
        <translation>把 {name} 变成一行</translation>
    </message>
    <message>
        <source>Make {name} a column</source>
        <translation>把 {name} 变成一列</translation>
    </message>
    <message>
        <source>Cast {name} to {dtype}</source>
        <translation>把 {name} 转换成 {dtype}</translation>
    </message>
    <message>
        <source>Make {name} {dtype}</source>
        <translation>让 {name} 用 {dtype}</translation>
    </message>
    <message>
        <source>Leave the kind to TensorFlow</source>
        <translation>让 TensorFlow 决定类型</translation>
    </message>
    <message>
        <source>Cast the booleans to numbers</source>
        <translation>把布尔值转换成数</translation>
    </message>
    <message>
        <source>Make {name} a column {shape}</source>
        <translation>把 {name} 变成列 {shape}</translation>
    </message>
    <message>
        <source>Transpose {name} first</source>
        <translation>先转置 {name}</translation>
    </message>
    <message>
        <source>Reshape to {shape}</source>
        <translation>改成 {shape}</translation>
    </message>
    <message>
        <source>Use axis {axis}</source>
        <translation>用轴{axis}</translation>
    </message>
    <message>
        <source>Keep the first {length} of {name}</source>
        <translation>只取 {name} 的前{length}个</translation>
    </message>
    <message>
        <source>Fill {name} with zeros to {length}</source>
        <translation>用0把 {name} 补到{length}</translation>
    </message>
    <message>
        <source>Give {name} an axis: {shape}</source>
        <translation>给 {name} 加一个轴：{shape}</translation>
    </message>
    <message>
        <source>Use tf.stack</source>
        <translation>用 tf.stack</translation>
    </message>
    <message>
        <source>Split into {parts} parts</source>
        <translation>分成{parts}份</translation>
    </message>
    <message>
        <source>Add a part of {rest}</source>
        <translation>再加长度为 {rest} 的一份</translation>
    </message>
    <message>
        <source>Take the last one</source>
        <translation>取最后一个</translation>
    </message>
    <message>
        <source>Use tf.gather</source>
        <translation>用 tf.gather</translation>
    </message>
    <message>
        <source>Use a step of 1</source>
        <translation>步长用1</translation>
    </message>
    <message>
        <source>Make each place a list</source>
        <translation>让每个位置自成列表</translation>
    </message>
    <message>
        <source>Count down</source>
        <translation>往下数</translation>
    </message>
    <message>
        <source>Repeat {name} to {shape}</source>
        <translation>把 {name} 重复成 {shape}</translation>
    </message>
    <message>
        <source>Make it a variable</source>
        <translation>改成变量</translation>
    </message>
    <message>
        <source>Use tf.strings.to_number</source>
        <translation>用 tf.strings.to_number</translation>
    </message>
    <message>
        <source>Fill the rows with zeros</source>
        <translation>用0补齐各行</translation>
    </message>
    <message>
        <source>Use the norm {order}</source>
        <translation>用 {order} 范数</translation>
    </message>
    <message>
        <source>more than 10¹⁸</source>
        <translation>超过 10¹⁸</translation>
    </message>
    <message>
        <source>Play button</source>
        <translation>训练按钮</translation>
    </message>
    <message>
        <source>Reset button</source>
        <translation>重置按钮</translation>
    </message>
    <message>
        <source>Step button</source>
        <translation>单步按钮</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>regularization</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>regularization rate</source>
        <translation>正则化系数</translation>
    </message>
    <message>
        <source>kind of problem</source>
        <translation>问题类型</translation>
    </message>
    <message>
        <source>data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>train share</source>
        <translation>训练比例</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批</translation>
    </message>
    <message>
        <source>number of layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>validation points</source>
        <translation>验证点</translation>
    </message>
    <message>
        <source>discretize</source>
        <translation>离散化</translation>
    </message>
    <message>
        <source>Return to your own network</source>
        <translation>返回自己的网络</translation>
    </message>
    <message>
        <source>Open the network of the lesson</source>
        <translation>打开课程的网络</translation>
    </message>
    <message>
        <source>Tensors of numbers, strings and truth values; scalar, vector, matrix and beyond.</source>
        <translation>数值、字符串和布尔张量；标量、向量、矩阵和更高的秩。</translation>
    </message>
    <message>
        <source>Making tensors: from lists, filled, in steps, and at random.</source>
        <translation>创建张量：由列表、填充、等差数列和随机数得到。</translation>
    </message>
    <message>
        <source>A constant stays; a variable is assigned to, and is what training changes.</source>
        <translation>常量保持不变；变量可以赋值，训练改变的就是变量。</translation>
    </message>
    <message>
        <source>What each rank is for: a loss, a bias, a layer&apos;s input, sequences, pictures.</source>
        <translation>每种秩的用途：损失、偏置、层的输入、序列、图片。</translation>
    </message>
    <message>
        <source>Precision: what whole numbers and floats can hold, and what a cast loses.</source>
        <translation>精度：整数和浮点数能存下什么，类型转换会丢掉什么。</translation>
    </message>
    <message>
        <source>Arithmetic, element by element: powers, roots, exponentials, logarithms.</source>
        <translation>逐元素的运算：幂、方根、指数、对数。</translation>
    </message>
    <message>
        <source>The matrix product, also of a whole batch, and the elementwise product.</source>
        <translation>矩阵乘法，包括整批相乘，以及逐元素相乘。</translation>
    </message>
    <message>
        <source>Indexing and slicing: start, stop, step, and all that is left.</source>
        <translation>索引与切片：起点、终点、步长和省略号。</translation>
    </message>
    <message>
        <source>Reshaping and the order of storage; adding, dropping and turning axes.</source>
        <translation>改变形状与存储顺序；增加、去掉和交换维度。</translation>
    </message>
    <message>
        <source>Broadcasting: shapes are set flush right, and a length of 1 stretches.</source>
        <translation>广播：形状靠右对齐，长度为1的维度会被拉伸。</translation>
    </message>
    <message>
        <source>Joining and parting: concat, stack, split, unstack.</source>
        <translation>合并与拆分：concat、stack、split、unstack。</translation>
    </message>
    <message>
        <source>Norms; maxima, means and sums along an axis; the place of the largest.</source>
        <translation>范数；沿某个维度求最大值、平均值与和；最大值的位置。</translation>
    </message>
    <message>
        <source>Comparing, and an accuracy computed by hand.</source>
        <translation>比较，以及亲手算出准确率。</translation>
    </message>
    <message>
        <source>Padding around a tensor, and tiling it.</source>
        <translation>在张量四周填充，以及平铺复制。</translation>
    </message>
    <message>
        <source>Limits: maximum, minimum, clip; ReLU is a maximum with 0.</source>
        <translation>限幅：maximum、minimum、clip；ReLU 就是与0取最大值。</translation>
    </message>
    <message>
        <source>Gathering by index or by a mask; scattering values into place.</source>
        <translation>按下标或掩码取值；把值散放到指定位置。</translation>
    </message>
    <message>
        <source>A grid of points, and the surface sin(r)/r above it.</source>
        <translation>网格点，以及其上的曲面 sin(r)/r。</translation>
    </message>
    <message>
        <source>The perceptron: a weighted sum and a step, which no gradient can teach.</source>
        <translation>感知机：加权求和再过阶跃函数，梯度教不会它。</translation>
    </message>
    <message>
        <source>A dense layer three ways: by tensors, as a Keras layer, on the canvas.</source>
        <translation>全连接层的三种写法：用张量、用 Keras 的层、在画布上。</translation>
    </message>
    <message>
        <source>The chain rule: the product of the local slopes is what the tape gives.</source>
        <translation>链式法则：各处局部导数的乘积，就是 GradientTape 给出的梯度。</translation>
    </message>
    <message>
        <source>The gradient of one weight of a sigmoid layer, in symbols and in numbers.</source>
        <translation>Sigmoid 层中一个权值的梯度，既写成公式，也算出数值。</translation>
    </message>
    <message>
        <source>One example all the way back through the network.</source>
        <translation>让一个样本沿网络一路反向走回去。</translation>
    </message>
    <message>
        <source>A network for digits, 784-256-128-64-10, and its parameters counted.</source>
        <translation>识别数字的网络 784-256-128-64-10，并数清它的参数。</translation>
    </message>
    <message>
        <source>Activations: formula, curve, slope, range and saturation.</source>
        <translation>激活函数：公式、曲线、导数、值域与饱和。</translation>
    </message>
    <message>
        <source>The vanishing gradient: its size in each layer of a deep sigmoid network.</source>
        <translation>梯度消失：深层 Sigmoid 网络每一层梯度的大小。</translation>
    </message>
    <message>
        <source>Losses: squared error, cross-entropy with and without logits, hinge.</source>
        <translation>损失函数：平方误差、由概率或 logits 计算的交叉熵、合页损失。</translation>
    </message>
    <message>
        <source>Underfitting and overfitting, and what helps against them.</source>
        <translation>欠拟合与过拟合，以及应对的办法。</translation>
    </message>
    <message>
        <source>Layers as objects, and the same as functions.</source>
        <translation>层既可以是对象，也可以是函数。</translation>
    </message>
    <message>
        <source>Sequential and functional models, and their summary.</source>
        <translation>Sequential 模型与函数式模型，以及它们的 summary。</translation>
    </message>
    <message>
        <source>compile, fit with validation, the history, evaluate and predict.</source>
        <translation>compile、带验证的 fit、训练历史、evaluate 与 predict。</translation>
    </message>
    <message>
        <source>Saving three ways, and loading back.</source>
        <translation>三种保存方式，以及如何读回来。</translation>
    </message>
    <message>
        <source>Metrics in four steps: make, update, result, reset.</source>
        <translation>评估指标的四个步骤：创建、更新、取结果、清零。</translation>
    </message>
    <message>
        <source>A layer of one&apos;s own, and a network of one&apos;s own.</source>
        <translation>自己写的层，自己写的网络。</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Neurons to networks</source>
        <translation>从神经元到网络</translation>
    </message>
    <message>
        <source>Keras in use</source>
        <translation>使用 Keras</translation>
    </message>
    <message>
        <source>Lessons of your own</source>
        <translation>自己的课程</translation>
    </message>
    <message>
        <source>Numbers in boxes: how TensorFlow makes, changes and joins them.</source>
        <translation>装在格子里的数：TensorFlow 如何创建、改变和拼接它们。</translation>
    </message>
    <message>
        <source>From one weighted sum to a network that learns, and why it sometimes does not.</source>
        <translation>从一次加权求和到会学习的网络，以及它有时为什么学不会。</translation>
    </message>
    <message>
        <source>What one types every day: fit, save, measure, write a layer of one&apos;s own.</source>
        <translation>每天都要写的代码：训练、保存、评估、写自己的层。</translation>
    </message>
    <message>
        <source>From the folder of lessons on this computer.</source>
        <translation>来自这台电脑上的课程文件夹。</translation>
    </message>
    <message>
        <source>{count} of {whole} goals reached</source>
        <translation>达成目标{count} / {whole}</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Not answered.</source>
        <translation>未回答。</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Not right yet</source>
        <translation>还不对</translation>
    </message>
    <message>
        <source>1 try</source>
        <translation>1次作答</translation>
    </message>
    <message>
        <source>{count} tries</source>
        <translation>{count}次作答</translation>
    </message>
    <message>
        <source>The network that was built in the Playground, step by step in Keras: the same data, the same first weights, the same order of rows, and so the same losses. Run the cells from the top; change what you like, and run them again.</source>
        <translation>这是在 Playground 中搭建的网络，用 Keras 一步步重写：数据相同，初始权值相同，行的顺序相同，损失也就相同。从上往下运行各单元格；想改哪里就改哪里，再运行一遍。</translation>
    </message>
    <message>
        <source>Needed beside Jupyter:</source>
        <translation>除 Jupyter 外还需要：</translation>
    </message>
    <message>
        <source>## Settings

Everything that is a plain number. The seeds make the run repeatable: another one draws other points, other first weights, another order.</source>
        <translation>## 设置

所有单纯的数字都在这里。种子让训练可以重现：换一个种子，数据点、初始权值和行的顺序都会不同。</translation>
    </message>
    <message>
        <source>Source: {source}. Licence: {licence}.</source>
        <translation>来源：{source}。许可：{licence}。</translation>
    </message>
    <message>
        <source>What is to be learned: {task}. The rows are shuffled once.</source>
        <translation>学习任务：{task}。各行先打乱一次。</translation>
    </message>
    <message>
        <source>The network learns from the first rows only. The others, which it never learns from, tell whether it has understood or only memorised.</source>
        <translation>网络只从前面的行学习。其余的行从不参与训练，用来检验它是学会了规律，还是只记住了样本。</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>How it trains</source>
        <translation>如何训练</translation>
    </message>
    <message>
        <source>The loss says how wrong the answers are; the optimizer changes each weight so that the loss gets smaller:</source>
        <translation>损失衡量输出错得有多远；优化器调整每个权值，让损失变小：</translation>
    </message>
    <message>
        <source>A function that measures the losses on both sides, prints them, and keeps them for the plot.</source>
        <translation>这个函数计算训练与验证两侧的损失，打印出来，并留着画图。</translation>
    </message>
    <message>
        <source>### The loop

In each epoch every row to learn from comes up once, in batches. After each batch the weights take one step.</source>
        <translation>### 训练循环

每一轮里，每个训练行都分批出现一次。每批之后，权值更新一步。</translation>
    </message>
    <message>
        <source>## How it learned

Where both curves fall, it learns. Where the train loss goes on falling and the validation loss rises, it overfits: it memorises.</source>
        <translation>## 学习过程

两条曲线都下降，说明它在学习。训练损失继续下降而验证损失上升，就是过拟合：它在死记样本。</translation>
    </message>
    <message>
        <source>## What it learned</source>
        <translation>## 学到了什么</translation>
    </message>
    <message>
        <source>## Keep it

With a file name in `SAVE_TO` above, the network is saved there.</source>
        <translation>## 保存

在上面的 `SAVE_TO` 中写上文件名，网络就会保存到那里。</translation>
    </message>
    <message>
        <source>The curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation>{count}分钟前</translation>
    </message>
    <message>
        <source>{count} h ago</source>
        <translation>{count}小时前</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count}天前</translation>
    </message>
    <message>
        <source>about {minutes} min to go</source>
        <translation>还需约{minutes}分钟</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min to go</source>
        <translation>还需约{hours}小时{minutes}分钟</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Forward: {layer} makes its values of what comes in.</source>
        <translation>前向：“{layer}”由输入算出它的数值。</translation>
    </message>
    <message>
        <source>The answer in the unit of {target}, beside what the table has.</source>
        <translation>把预测值换回 {target} 的单位，和表格里的值相比。</translation>
    </message>
    <message>
        <source>The loss compares the output with the target: {loss}.</source>
        <translation>损失拿输出同目标作比较：{loss}。</translation>
    </message>
    <message>
        <source>Back: the gradient of {layer}, through its activation&apos;s slope.</source>
        <translation>反向：“{layer}”的梯度，要乘以激活函数的斜率。</translation>
    </message>
    <message>
        <source>Back: the gradient of {layer}, as long as {norm}.</source>
        <translation>反向：“{layer}”的梯度，长度为{norm}。</translation>
    </message>
    <message>
        <source>The sample: what comes into the network. ↑ and ↓ or a click in the views choose another.</source>
        <translation>样本：进入网络的数据。按 ↑、↓ 或在视图里点击，可以换一个。</translation>
    </message>
    <message>
        <source>The row as the table has it, and how it becomes what the network sees.</source>
        <translation>表格里的这一行，以及它如何变成网络看到的数。</translation>
    </message>
    <message>
        <source>The sample, scaled as the network sees it: {inputs}. ↑ and ↓ or a click in the views choose another.</source>
        <translation>样本（网络看到的是缩放后的值）：{inputs}。按 ↑ 和 ↓，或在各视图里单击，可以换一个。</translation>
    </message>
    <message>
        <source>{count} layers are folded away here: the walk passes them at once.</source>
        <translation>这里折叠了{count}层：一步走过。</translation>
    </message>
    <message>
        <source>The gradient of every weight; click a line for its formula, a neuron for its bias&apos;s.</source>
        <translation>每个权值的梯度；点击连线看它的公式，点击神经元看偏置的公式。</translation>
    </message>
    <message>
        <source>Dropout and noise rest, as when the network predicts.</source>
        <translation>随机失活和噪声不起作用，同预测时一样。</translation>
    </message>
    <message>
        <source>Keras trains by the logits, which here gives another gradient.</source>
        <translation>Keras 训练时用 logits 计算，在这里梯度与此不同。</translation>
    </message>
    <message>
        <source>½ Σ (o − t)²; Keras&apos;s mean squared error: {factor} of this.</source>
        <translation>½ Σ (o − t)²；Keras 的均方误差是它的{factor}倍。</translation>
    </message>
    <message>
        <source>Keras divides by Σ o first: ∂L/∂o = Σt/Σo − t/o.</source>
        <translation>Keras 先除以 Σ o：∂L/∂o = Σt/Σo − t/o。</translation>
    </message>
    <message>
        <source>loss by output</source>
        <translation>损失对输出</translation>
    </message>
    <message>
        <source>slope, {layer} {unit}</source>
        <translation>斜率，{layer} {unit}</translation>
    </message>
    <message>
        <source>weight on the way</source>
        <translation>途中的权值</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Σ over {count} neurons</source>
        <translation>对{count}个神经元求和 Σ</translation>
    </message>
    <message>
        <source>δ, {layer} {unit}</source>
        <translation>δ，{layer} {unit}</translation>
    </message>
    <message>
        <source>of the bias</source>
        <translation>偏置的输入</translation>
    </message>
    <message>
        <source>of the mean</source>
        <translation>取平均的系数</translation>
    </message>
    <message>
        <source>Weight from {source} to {layer} {unit}</source>
        <translation>从 {source} 到 {layer} {unit} 的权值</translation>
    </message>
    <message>
        <source>Bias of {layer} {unit}</source>
        <translation>{layer} {unit} 的偏置</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>原始行</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>预测值</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}</source>
        <translation>无法读取文件：{reason}</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count}行</translation>
    </message>
    <message>
        <source>{train} rows to train, {test} to validate</source>
        <translation>{train}行训练，{test}行验证</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>{count} inputs →</source>
        <translation>{count}个输入 →</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>{count}个类别</translation>
    </message>
    <message>
        <source>{name} ({count} classes)</source>
        <translation>{name}（{count}类）</translation>
    </message>
    <message>
        <source>{count} dropped</source>
        <translation>舍去{count}行</translation>
    </message>
    <message>
        <source>{count} cells filled in</source>
        <translation>填补{count}格</translation>
    </message>
    <message>
        <source>{count} corrected</source>
        <translation>更正{count}处</translation>
    </message>
    <message>
        <source>Places that wait for you: {count}. Choose what becomes of each; N leads to them.</source>
        <translation>有{count}处等你决定怎么处理；按 N 键可以跳过去。</translation>
    </message>
    <message>
        <source>in line {line}</source>
        <translation>在第{line}行</translation>
    </message>
    <message>
        <source>comma  ,</source>
        <translation>逗号  ,</translation>
    </message>
    <message>
        <source>semicolon  ;</source>
        <translation>分号  ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bar  |</source>
        <translation>竖线  |</translation>
    </message>
    <message>
        <source>colon  :</source>
        <translation>冒号  :</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>none: one column</source>
        <translation>没有：只有一列</translation>
    </message>
    <message>
        <source>point  28.7</source>
        <translation>句点  28.7</translation>
    </message>
    <message>
        <source>comma  28,7</source>
        <translation>逗号  28,7</translation>
    </message>
    <message>
        <source>GB18030, Chinese</source>
        <translation>GB18030，中文</translation>
    </message>
    <message>
        <source>Big5, Chinese</source>
        <translation>Big5，中文</translation>
    </message>
    <message>
        <source>CP1252, Western</source>
        <translation>CP1252，西欧</translation>
    </message>
    <message>
        <source>CP1250, Polish, Czech</source>
        <translation>CP1250，波兰文、捷克文</translation>
    </message>
    <message>
        <source>CP1251, Cyrillic</source>
        <translation>CP1251，西里尔</translation>
    </message>
    <message>
        <source>CP1253, Greek</source>
        <translation>CP1253，希腊文</translation>
    </message>
    <message>
        <source>CP1254, Turkish</source>
        <translation>CP1254，土耳其文</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>划分依据</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>standardised</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>from 0 to 1</source>
        <translation>缩放到0到1</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>drop the row</source>
        <translation>舍去该行</translation>
    </message>
    <message>
        <source>fill in the mean</source>
        <translation>用均值填补</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>same share of each class</source>
        <translation>各类占比相同</translation>
    </message>
    <message>
        <source>the last rows validate</source>
        <translation>最后几行用于验证</translation>
    </message>
    <message>
        <source>by a column</source>
        <translation>按某一列</translation>
    </message>
    <message>
        <source>the row trains</source>
        <translation>用于训练</translation>
    </message>
    <message>
        <source>has {came} cells, not {needed}.</source>
        <translation>有{came}格，而不是{needed}格。</translation>
    </message>
    <message>
        <source>has the column names again.</source>
        <translation>又是一行列名。</translation>
    </message>
    <message>
        <source>“{value}” is not a number.</source>
        <translation>“{value}”不是数值。</translation>
    </message>
    <message>
        <source>“{value}” has a unit; the other numbers have none.</source>
        <translation>“{value}”带单位，而其他数值没有。</translation>
    </message>
    <message>
        <source>“{value}”: nothing can be learned from infinity.</source>
        <translation>“{value}”：从无穷大学不到东西。</translation>
    </message>
    <message>
        <source>“{value}” is beyond the numbers that a network has.</source>
        <translation>“{value}”超出了网络能表示的数值。</translation>
    </message>
    <message>
        <source>has a character of no text (NUL).</source>
        <translation>含有非文本字符（NUL）。</translation>
    </message>
    <message>
        <source>begins a quote that never ends; what follows became one cell.</source>
        <translation>开始了一个没有结束的引号，后面的内容成了一格。</translation>
    </message>
    <message>
        <source>Read the number</source>
        <translation>取其中的数值</translation>
    </message>
    <message>
        <source>It is missing</source>
        <translation>算作缺失</translation>
    </message>
    <message>
        <source>Drop the row</source>
        <translation>舍去该行</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>忽略并继续</translation>
    </message>
    <message>
        <source>Choose the column to learn as Target.</source>
        <translation>请把要学习的那一列选为“目标”。</translation>
    </message>
    <message>
        <source>Choose at least one column as Input.</source>
        <translation>请至少把一列选为“输入”。</translation>
    </message>
    <message>
        <source>Several targets must all be numbers: a class is learned alone.</source>
        <translation>多个目标必须都是数：类别只能单独学习。</translation>
    </message>
    <message>
        <source>A network learns from numbers: leave dates out, or write them as numbers, such as the day of the year.</source>
        <translation>网络从数值中学习：请不用日期列，或把它写成数值，比如一年中的第几天。</translation>
    </message>
    <message>
        <source>This column has too many different words to be a category: leave it out.</source>
        <translation>这一列的词太多，不能当类别：请不用它。</translation>
    </message>
    <message>
        <source>Fewer than two rows are left: fill missing cells in, or leave a column out.</source>
        <translation>剩下的不足两行：请填补缺失的格，或不用某一列。</translation>
    </message>
    <message>
        <source>No input ever changes, so nothing can be learned from it.</source>
        <translation>没有一个输入有变化，所以学不到东西。</translation>
    </message>
    <message>
        <source>To split the rows, a column needs a few words or whole numbers, such as train and test: take another.</source>
        <translation>用来划分的列应只有少数几个词或整数，例如 train 和 test；请换一列。</translation>
    </message>
    <message>
        <source>A column that splits needs at least two different words; this one would put all rows on one side.</source>
        <translation>用来划分的列至少要有两种取值；按这一列划分，所有行都会在同一边。</translation>
    </message>
    <message>
        <source>No row would validate: mark a word that validates, of the column that splits.</source>
        <translation>没有可用于验证的行：请在划分依据列中勾选用于验证的取值。</translation>
    </message>
    <message>
        <source>No row would train: leave a word unmarked, of the column that splits.</source>
        <translation>没有可用于训练的行：划分依据列中至少要留一个取值不勾选。</translation>
    </message>
    <message>
        <source>This column has too many different values to be a category: leave it out, or make it a number.</source>
        <translation>这一列的不同取值太多，不能作为类别：请不使用它，或把它作为数值。</translation>
    </message>
    <message>
        <source>Words are read as numbers only where the table fits into memory: leave that column out.</source>
        <translation>只有内存放得下整张表格时，才能把文字读作数值：请不使用这一列。</translation>
    </message>
    <message>
        <source>These are more than 4,096 inputs: leave columns out.</source>
        <translation>输入超过4,096个：请不用一些列。</translation>
    </message>
    <message>
        <source>These are more than 8 MiB of numbers, which a project can hold: save them as a file and open that.</source>
        <translation>这些数超过项目所能容纳的 8 MiB：请先存成文件，再打开那个文件。</translation>
    </message>
    <message>
        <source>The target is the same in every row: there is nothing to tell apart.</source>
        <translation>目标在每一行都相同：没有可区分的。</translation>
    </message>
    <message>
        <source>The target has more than 100 classes.</source>
        <translation>目标的类别超过100个。</translation>
    </message>
    <message>
        <source>{lines} lines of comment are left out.</source>
        <translation>跳过了{lines}行注释。</translation>
    </message>
    <message>
        <source>{lines} lines above the table are left out.</source>
        <translation>跳过了表格上方的{lines}行。</translation>
    </message>
    <message>
        <source>Columns of the same name got a number: {names}.</source>
        <translation>同名的列加了编号：{names}。</translation>
    </message>
    <message>
        <source>Columns that had no name were given one: {columns}.</source>
        <translation>有{columns}列没有列名，已自动补上。</translation>
    </message>
    <message>
        <source>{column}: beside numbers it has words, such as “{value}”, so it is a category. If they mean missing, mark them as such.</source>
        <translation>{column}：除了数字还有文字，例如“{value}”，因此当作类别。如果这些文字表示缺失，请把它们标为缺失。</translation>
    </message>
    <message>
        <source>Line {line} is no JSON object: “{value}”. Each line needs one of its own, such as {example}.</source>
        <translation>第{line}行不是 JSON 对象：“{value}”。每行都要有一个完整的对象，例如 {example}。</translation>
    </message>
    <message>
        <source>Line {line} has “{name}” twice. Remove or rename one of them.</source>
        <translation>第{line}行里“{name}”出现了两次。请删去或改名其中一个。</translation>
    </message>
    <message>
        <source>Line {line} has bytes ({value}) that are no letters. Save it as UTF-8.</source>
        <translation>第{line}行有无法解码的字节（{value}）。请把文件另存为 UTF-8。</translation>
    </message>
    <message>
        <source>Predicting the means would miss by: {errors}</source>
        <translation>若总是预测均值，误差为：{errors}</translation>
    </message>
    <message>
        <source>{column}: {count} whole numbers are too long to be kept exactly.</source>
        <translation>{column}：{count}个整数太长，无法精确保存。</translation>
    </message>
    <message>
        <source>Shift-JIS, Japanese</source>
        <translation>Shift-JIS，日文</translation>
    </message>
    <message>
        <source>EUC-JP, Japanese</source>
        <translation>EUC-JP，日文</translation>
    </message>
    <message>
        <source>EUC-KR, Korean</source>
        <translation>EUC-KR，韩文</translation>
    </message>
    <message>
        <source>KOI8-R, Cyrillic</source>
        <translation>KOI8-R，西里尔</translation>
    </message>
    <message>
        <source>has a cell that is too long; what follows was not read.</source>
        <translation>有一个单元格太长；其后的内容没有读取。</translation>
    </message>
    <message>
        <source>has bytes that are no letters of this encoding: “{value}”</source>
        <translation>有字节不是该编码的字符：“{value}”</translation>
    </message>
    <message>
        <source>The encoding is a guess, {encoding}: choose another if these words look wrong: {words}.</source>
        <translation>编码是猜测的：{encoding}。如果这些词看起来不对，请另选编码：{words}。</translation>
    </message>
    <message>
        <source>{column}: as numbers, some of so many digits ({value}) would be the same, so they are words.</source>
        <translation>{column}：位数太多（如 {value}），作为数值时有些会变得相同，因此按文字处理。</translation>
    </message>
    <message>
        <source>{count} rows that are hidden in the sheet are read too.</source>
        <translation>工作表中隐藏的{count}行也一并读取。</translation>
    </message>
    <message>
        <source>{count} formulas have no result in the file, so their cells are empty: open the workbook in a spreadsheet and save it.</source>
        <translation>文件中有{count}个公式没有保存结果，其单元格为空：请用电子表格打开该工作簿并保存。</translation>
    </message>
    <message>
        <source>{count} numbers have 16 digits or more, of which a spreadsheet keeps 15: if they are names of rows, write them as text.</source>
        <translation>{count}个数有16位或更多，而电子表格只保留15位：如果它们是行的编号，请写成文本。</translation>
    </message>
    <message>
        <source>Of an .xls, cells with an error such as #DIV/0! are read as empty: save it as .xlsx to see them.</source>
        <translation>.xls 中带错误（如 #DIV/0!）的单元格按空读取：另存为 .xlsx 即可看到它们。</translation>
    </message>
    <message>
        <source>This is the sheet “{name}”; not read: {others}.</source>
        <translation>读取的是工作表“{name}”；未读取：{others}。</translation>
    </message>
    <message>
        <source>{count} cells have the value of the merged cell that they belong to.</source>
        <translation>{count}个单元格取了它们所属的合并单元格的值。</translation>
    </message>
    <message>
        <source>{column}: its cells hold lists, objects or bytes, not single values.</source>
        <translation>{column}：单元格里是列表、对象或字节，而不是单个值。</translation>
    </message>
    <message>
        <source>{column}: its numbers have several units ({units}), so it is a category.</source>
        <translation>{column}：数字带有不止一种单位（{units}），因此当作类别。</translation>
    </message>
    <message>
        <source>{column}: the unit “{unit}” is left away, {count} times.</source>
        <translation>{column}：去掉了单位“{unit}”，共{count}处。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>There are column names, but no rows below them.</source>
        <translation>有列名，但下面没有数据行。</translation>
    </message>
    <message>
        <source>No row has {cells} cells. Is the separator right?</source>
        <translation>没有一行有{cells}格。分隔符对吗？</translation>
    </message>
    <message>
        <source>This is no table as text: it looks like {kind}.</source>
        <translation>这不是文本表格：看起来是{kind}。</translation>
    </message>
    <message>
        <source>Line {line} has {names} column names, but the rows have {values} cells. Add what is missing in the file.</source>
        <translation>第{line}行有{names}个列名，而数据行有{values}格。请在文件里补上缺的列名。</translation>
    </message>
    <message>
        <source>The table has {columns} columns; at most {most} can be read.</source>
        <translation>表格有{columns}列，最多能读{most}列。</translation>
    </message>
    <message>
        <source>More than {most} rows, up to line {line}, have not as many cells as the first. Is the separator right?</source>
        <translation>到第{line}行为止，有超过{most}行的格数和第一行不同。分隔符对吗？</translation>
    </message>
    <message>
        <source>The table has {cells} cells; at most {most} can be read.</source>
        <translation>表格有{cells}格，最多能读{most}格。</translation>
    </message>
    <message>
        <source>“{name}” is a folder.</source>
        <translation>“{name}”是文件夹。</translation>
    </message>
    <message>
        <source>“{name}” is a pipe, a socket or a device, not a file that can be read.</source>
        <translation>“{name}”是管道、套接字或设备，不是可以读取的文件。</translation>
    </message>
    <message>
        <source>The file has {mib} MiB; at most {most} MiB can be read.</source>
        <translation>文件有 {mib} MiB，最多能读 {most} MiB。</translation>
    </message>
    <message>
        <source>To learn from all of it here, about {needed} MiB of memory are needed, and {free} MiB are free. Take fewer rows or columns, or let it stream from the disk, in a terminal: playground train {path}</source>
        <translation>要在这里用整张表格训练，大约需要 {needed} MiB 内存，现有 {free} MiB 可用。请减少行或列，或在终端里从磁盘逐块读取来训练：playground train {path}</translation>
    </message>
    <message>
        <source>To learn from all rows of its table here, about {needed} MiB of memory are needed, and {free} MiB are free. Let them stream from the disk: playground train, with this project, in a terminal.</source>
        <translation>要在这里用表格的全部数据训练，大约需要 {needed} MiB 内存，现有 {free} MiB 可用。请在终端里对这个项目运行 playground train，从磁盘逐块读取来训练。</translation>
    </message>
    <message>
        <source>“{name}” has quotes over several lines or the like, so that it has to be read as a whole: about {needed} MiB of memory are needed, and {free} MiB are free. Save it as Parquet, or without line breaks inside of cells.</source>
        <translation>“{name}”有跨行的引号之类的内容，只能整个读入：大约需要 {needed} MiB 内存，现有 {free} MiB 可用。请存为 Parquet，或去掉单元格里的换行。</translation>
    </message>
    <message>
        <source>Its table is no longer there: {path}</source>
        <translation>它的表格已不在原处：{path}</translation>
    </message>
    <message>
        <source>Its table has changed: {path}</source>
        <translation>它的表格已经改变：{path}</translation>
    </message>
    <message>
        <source>“{name}” changed while it was read. Try again once it is complete.</source>
        <translation>“{name}”在读取时发生了变化。请等它写完再试。</translation>
    </message>
    <message>
        <source>The file cannot be read. Is it damaged?</source>
        <translation>无法读取该文件。它是否已损坏？</translation>
    </message>
    <message>
        <source>The workbook cannot be read: {reason}</source>
        <translation>无法读取工作簿：{reason}</translation>
    </message>
    <message>
        <source>The Parquet file cannot be read: {reason}</source>
        <translation>无法读取 Parquet 文件：{reason}</translation>
    </message>
    <message>
        <source>Line {line} has a cell of more than {most} million characters. Is a quote missing there?</source>
        <translation>第{line}行有一个单元格超过{most}百万字符。那里是不是少了一个引号？</translation>
    </message>
    <message>
        <source>a zip archive</source>
        <translation>zip 压缩包</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>压缩文件</translation>
    </message>
    <message>
        <source>an old Office file</source>
        <translation>旧版 Office 文件</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Save it as JSON lines (.jsonl), an object a line.</source>
        <translation>请另存为 JSON Lines（.jsonl），每行一个对象。</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet and save it as .xlsx or .csv.</source>
        <translation>请用电子表格打开，再另存为 .xlsx 或 .csv。</translation>
    </message>
    <message>
        <source>Unpack it first; a workbook has to be called .xlsx or .ods.</source>
        <translation>请先解压；如果是工作簿，文件名要以 .xlsx 或 .ods 结尾。</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>请先解压。</translation>
    </message>
    <message>
        <source>A workbook of this kind has to be called .xls.</source>
        <translation>这种工作簿的文件名要以 .xls 结尾。</translation>
    </message>
    <message>
        <source>It has to be called .parquet.</source>
        <translation>文件名要以 .parquet 结尾。</translation>
    </message>
    <message>
        <source>Pictures are opened with Data &gt; Open pictures…</source>
        <translation>图片请用“数据 &gt; 打开图片…”打开。</translation>
    </message>
    <message>
        <source>The rows cannot be kept on this machine: {reason}</source>
        <translation>无法在这台电脑上保存这些行：{reason}</translation>
    </message>
    <message>
        <source>Line {line}, {column}:</source>
        <translation>第{line}行，{column}：</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>第{line}行</translation>
    </message>
    <message>
        <source>Validation: {words} — {count} rows</source>
        <translation>验证：{words}，共{count}行</translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation>缺失{count}</translation>
    </message>
    <message>
        <source>never changes</source>
        <translation>从不变化</translation>
    </message>
    <message>
        <source>{cells} cells in {alike} of {lines} lines</source>
        <translation>{lines}行中有{alike}行是{cells}格</translation>
    </message>
    <message>
        <source>{count} columns of numbers</source>
        <translation>{count}列数值</translation>
    </message>
    <message>
        <source>some bytes do not fit</source>
        <translation>有些字节不符</translation>
    </message>
    <message>
        <source>reads “{words}”</source>
        <translation>读作“{words}”</translation>
    </message>
    <message>
        <source>every byte fits</source>
        <translation>每个字节都符合</translation>
    </message>
    <message>
        <source>no number in it</source>
        <translation>其中没有数值</translation>
    </message>
    <message>
        <source>Guessing “{name}” each time would be right for {share} %</source>
        <translation>每次都猜“{name}”，能对 {share} %</translation>
    </message>
    <message>
        <source>Predicting the mean would miss by ± {error}</source>
        <translation>总是预测均值，误差为 ± {error}</translation>
    </message>
    <message>
        <source>… {count} more rows, every one read as above</source>
        <translation>… 还有{count}行，都按同样方式读取</translation>
    </message>
    <message>
        <source>… {count} more rows, every one read as above; {gone} of them dropped</source>
        <translation>… 还有{count}行，都按同样方式读取，其中{gone}行舍去</translation>
    </message>
    <message>
        <source>{what} {count} are like it.</source>
        <translation>{what}这样的共有{count}处。</translation>
    </message>
    <message>
        <source>The zip file is damaged.</source>
        <translation>zip 文件已损坏。</translation>
    </message>
    <message>
        <source>It has more than {most} entries.</source>
        <translation>条目超过{most}个。</translation>
    </message>
    <message>
        <source>It is encrypted.</source>
        <translation>它是加密的。</translation>
    </message>
    <message>
        <source>It is compressed in a way that Keras does not use.</source>
        <translation>它的压缩方式不是 Keras 所用的。</translation>
    </message>
    <message>
        <source>It is a link or a device, not a file.</source>
        <translation>它是链接或设备，不是文件。</translation>
    </message>
    <message>
        <source>It is larger than {most} MiB.</source>
        <translation>超过 {most} MiB。</translation>
    </message>
    <message>
        <source>It unpacks to more than {ratio} times its size.</source>
        <translation>解压后超过原大小的 {ratio} 倍。</translation>
    </message>
    <message>
        <source>It is not of the size that it tells.</source>
        <translation>实际大小与所写的不符。</translation>
    </message>
    <message>
        <source>It is there twice.</source>
        <translation>它出现了两次。</translation>
    </message>
    <message>
        <source>This belongs to no network of known layers.</source>
        <translation>由已知层组成的网络里不应有它。</translation>
    </message>
    <message>
        <source>It holds no {entry}: this is no .keras file.</source>
        <translation>其中没有 {entry}，不是 .keras 文件。</translation>
    </message>
    <message>
        <source>It takes longer than {seconds} seconds to read.</source>
        <translation>读取超过{seconds}秒。</translation>
    </message>
    <message>
        <source>It cannot be read within the bounds of time and memory, or it is damaged.</source>
        <translation>在时间和内存限度内无法读取，或文件已损坏。</translation>
    </message>
    <message>
        <source>No data set here has {count} inputs and answers for these outputs.</source>
        <translation>这里没有一个数据集的输入个数为{count}且答案与这些输出相符。</translation>
    </message>
    <message>
        <source>What the file says of its layers is not what it computes, and was not used.</source>
        <translation>文件里对各层的说明与它实际计算的不符，没有采用。</translation>
    </message>
    <message>
        <source>The file prepares columns of a table: {names}. Here the table does that itself.</source>
        <translation>文件自己处理表格的这些列：{names}。在这里由表格来做。</translation>
    </message>
    <message>
        <source>The layers up to {layer} prepare the columns of a table and were left out: here the table does that itself.</source>
        <translation>到 {layer} 为止的各层用来处理表格的列，已经省去：在这里由表格来做。</translation>
    </message>
    <message>
        <source>It needs more memory than an import may take.</source>
        <translation>所需内存超过导入允许的限度。</translation>
    </message>
    <message>
        <source>It is nested deeper than {most} levels.</source>
        <translation>嵌套超过{most}层。</translation>
    </message>
    <message>
        <source>It cannot be read: {error}.</source>
        <translation>无法读取：{error}。</translation>
    </message>
    <message>
        <source>Its numbers lie in another file.</source>
        <translation>它的数存放在另一个文件里。</translation>
    </message>
    <message>
        <source>It is no array of numbers.</source>
        <translation>它不是数组。</translation>
    </message>
    <message>
        <source>Its numbers are of the type {type}.</source>
        <translation>其中数的类型为 {type}。</translation>
    </message>
    <message>
        <source>A group stands where an array belongs.</source>
        <translation>应为数组处是一个组。</translation>
    </message>
    <message>
        <source>It holds more than {most} numbers.</source>
        <translation>其中的数超过{most}个。</translation>
    </message>
    <message>
        <source>{name} is no text.</source>
        <translation>{name} 不是文本。</translation>
    </message>
    <message>
        <source>The HDF5 file is damaged.</source>
        <translation>HDF5 文件已损坏。</translation>
    </message>
    <message>
        <source>{place} holds numbers that are none, or too large.</source>
        <translation>{place} 中有非数值或过大的数。</translation>
    </message>
    <message>
        <source>It is a link to somewhere else.</source>
        <translation>它是指向别处的链接。</translation>
    </message>
    <message>
        <source>There is an array more than belongs there.</source>
        <translation>这里多出一个数组。</translation>
    </message>
    <message>
        <source>The array of shape {shape} is not there.</source>
        <translation>缺少形状为 {shape} 的数组。</translation>
    </message>
    <message>
        <source>The array is of shape {got} where {shape} belongs.</source>
        <translation>数组形状为 {got}，应为 {shape}。</translation>
    </message>
    <message>
        <source>It holds no group of layers.</source>
        <translation>其中没有存放各层的组。</translation>
    </message>
    <message>
        <source>A path leads out of its group.</source>
        <translation>有路径指向组外。</translation>
    </message>
    <message>
        <source>A layer is no record with settings.</source>
        <translation>有一层不是带设置的记录。</translation>
    </message>
    <message>
        <source>A layer has no name, or one of more than {most} letters.</source>
        <translation>有一层没有名称，或名称超过{most}个字符。</translation>
    </message>
    <message>
        <source>It is registered as {got}, which is not known.</source>
        <translation>它注册为 {got}，这里不认识。</translation>
    </message>
    <message>
        <source>The layer {got} is not one that is known here.</source>
        <translation>这里没有 {got} 这种层。</translation>
    </message>
    <message>
        <source>It is used more than once; shared layers are not known here.</source>
        <translation>它被使用了不止一次；这里不支持共享层。</translation>
    </message>
    <message>
        <source>Its inputs are nested too deep.</source>
        <translation>它的输入嵌套过深。</translation>
    </message>
    <message>
        <source>It takes a second output or use of a layer; shared layers are not known here.</source>
        <translation>它取用某一层的第二个输出或第二次调用；这里不支持共享层。</translation>
    </message>
    <message>
        <source>It takes values from itself.</source>
        <translation>它的输入来自它自己。</translation>
    </message>
    <message>
        <source>It is called with this: {got}.</source>
        <translation>调用它时带有：{got}。</translation>
    </message>
    <message>
        <source>It takes values from {got}, which is not there.</source>
        <translation>它的输入来自 {got}，而后者并不存在。</translation>
    </message>
    <message>
        <source>Its input {got} is no layer&apos;s output.</source>
        <translation>它的输入 {got} 不是任何一层的输出。</translation>
    </message>
    <message>
        <source>A list of scales must be of numbers above 0.</source>
        <translation>缩放系数的列表只能含大于0的数。</translation>
    </message>
    <message>
        <source>{layer}: gamma and beta are both there, and train.</source>
        <translation>{layer}：gamma 和 beta 在这里都有，并参与训练。</translation>
    </message>
    <message>
        <source>The activation {got} is not one that is known here.</source>
        <translation>这里没有激活函数 {got}。</translation>
    </message>
    <message>
        <source>These weights fit no layer of the network that is open.</source>
        <translation>这些权值与打开的网络中任何一层都不相符。</translation>
    </message>
    <message>
        <source>{layer} gets no weights from the file.</source>
        <translation>{layer} 没有从文件得到权值。</translation>
    </message>
    <message>
        <source>It holds neither a network nor weights of one.</source>
        <translation>其中既没有网络，也没有网络的权值。</translation>
    </message>
    <message>
        <source>{layer} of the file fits no layer here: {got}.</source>
        <translation>文件中的 {layer} 与这里任何一层都不相符：{got}。</translation>
    </message>
    <message>
        <source>It holds no list of layers.</source>
        <translation>其中没有层的列表。</translation>
    </message>
    <message>
        <source>It has more than {most} layers.</source>
        <translation>层数超过{most}。</translation>
    </message>
    <message>
        <source>Two layers have this name.</source>
        <translation>有两层同名。</translation>
    </message>
    <message>
        <source>It describes no network.</source>
        <translation>其中没有描述网络。</translation>
    </message>
    <message>
        <source>{got} is neither Sequential nor Functional, and its code is not run.</source>
        <translation>{got} 既不是 Sequential 也不是 Functional，其代码不会运行。</translation>
    </message>
    <message>
        <source>The shape of its input is not known: {got}.</source>
        <translation>输入的形状不明：{got}。</translation>
    </message>
    <message>
        <source>A network within a network is not known here.</source>
        <translation>这里不支持网络中的网络。</translation>
    </message>
    <message>
        <source>A layer leads nowhere; several outputs are not known here.</source>
        <translation>有一层没有去处；这里不支持多个输出。</translation>
    </message>
    <message>
        <source>It has no layers.</source>
        <translation>它没有任何层。</translation>
    </message>
    <message>
        <source>It has {count} inputs; here a network has one.</source>
        <translation>它的输入个数为{count}；这里的网络只有一个。</translation>
    </message>
    <message>
        <source>It has {count} outputs; here a network has one.</source>
        <translation>它的输出个数为{count}；这里的网络只有一个。</translation>
    </message>
    <message>
        <source>Nothing comes into it.</source>
        <translation>它没有输入。</translation>
    </message>
    <message>
        <source>It takes the same values twice.</source>
        <translation>它两次取用同样的值。</translation>
    </message>
    <message>
        <source>The operation {got} is not one that is known here.</source>
        <translation>这里没有运算 {got}。</translation>
    </message>
    <message>
        <source>An operation on {count} tensors is not one that is known here.</source>
        <translation>这里不支持对{count}个张量的运算。</translation>
    </message>
    <message>
        <source>It is made of too many operations for a formula.</source>
        <translation>其中运算过多，写不成公式。</translation>
    </message>
    <message>
        <source>This operation has settings that are not known here.</source>
        <translation>这个运算带有这里不认识的设置。</translation>
    </message>
    <message>
        <source>All of these must be the same here: {got}.</source>
        <translation>这里它们必须都相同：{got}。</translation>
    </message>
    <message>
        <source>The initializer {got} is not known.</source>
        <translation>不认识初始化方法 {got}。</translation>
    </message>
    <message>
        <source>The regularizer {got} is not known.</source>
        <translation>不认识正则化 {got}。</translation>
    </message>
    <message>
        <source>{got} is not known.</source>
        <translation>不认识 {got}。</translation>
    </message>
    <message>
        <source>{layer}: {setting} is left out, which changes training alone.</source>
        <translation>{layer}：略去了 {setting}，它只影响训练。</translation>
    </message>
    <message>
        <source>This setting is not known; it is {got}.</source>
        <translation>不认识这个设置，其值为 {got}。</translation>
    </message>
    <message>
        <source>Only pictures of two directions are known here.</source>
        <translation>这里只支持二维图像。</translation>
    </message>
    <message>
        <source>Its inputs have their axes in different orders.</source>
        <translation>它各输入的轴顺序不合。</translation>
    </message>
    <message>
        <source>It leaves the rows of a batch not as they are: {got}.</source>
        <translation>它会打乱一批中的各行：{got}。</translation>
    </message>
    <message>
        <source>Its values are taken apart, which is not known here.</source>
        <translation>它的值被拆开取用，这里不支持。</translation>
    </message>
    <message>
        <source>It makes a picture of {count} channels of a row of values.</source>
        <translation>它把一行值变成{count}通道的图像。</translation>
    </message>
    <message>
        <source>It is neither a Keras nor an ONNX file, or it is damaged.</source>
        <translation>它既不是 Keras 也不是 ONNX 文件，或已损坏。</translation>
    </message>
    <message>
        <source>Its opset is {got}; {low} to {high} are known.</source>
        <translation>其 opset 为 {got}；这里支持 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>It is of the domain {got}, which is not known here.</source>
        <translation>它属于域 {got}，这里不认识。</translation>
    </message>
    <message>
        <source>It holds a network within a network.</source>
        <translation>其中含有网络中的网络。</translation>
    </message>
    <message>
        <source>It holds functions of its own, which are not known here.</source>
        <translation>其中含有自定义函数，这里不支持。</translation>
    </message>
    <message>
        <source>It holds training operations, which are not known here.</source>
        <translation>其中含有训练运算，这里不支持。</translation>
    </message>
    <message>
        <source>Two constants have this name.</source>
        <translation>有两个常量同名。</translation>
    </message>
    <message>
        <source>It holds sparse constants, which are not known here.</source>
        <translation>其中含有稀疏常量，这里不支持。</translation>
    </message>
    <message>
        <source>Its constant is of a kind that is not known here.</source>
        <translation>这里不支持这类常量。</translation>
    </message>
    <message>
        <source>Two values have this name.</source>
        <translation>有两个值同名。</translation>
    </message>
    <message>
        <source>Its output is not known, or has its axes in another order.</source>
        <translation>它的输出不明，或轴的顺序不同。</translation>
    </message>
    <message>
        <source>Its inputs or attributes do not go together.</source>
        <translation>它的输入或属性互不相合。</translation>
    </message>
    <message>
        <source>In the file its pictures have their channels first; here they come last.</source>
        <translation>文件中图像的通道在前，这里在后。</translation>
    </message>
    <message>
        <source>Its outputs {got} are used; here it gives all steps or the last one.</source>
        <translation>用到了它的输出 {got}；这里它只给出每一步或最后一步。</translation>
    </message>
    <message>
        <source>It has sequences of several lengths.</source>
        <translation>它含有长度不一的序列。</translation>
    </message>
    <message>
        <source>It has peepholes, which are not known here.</source>
        <translation>它含有窥孔连接，这里不支持。</translation>
    </message>
    <message>
        <source>Its first state is not 0.</source>
        <translation>它的初始状态不为0。</translation>
    </message>
    <message>
        <source>Its input {at} must be values of the network.</source>
        <translation>它的第{at}个输入必须是网络中的值。</translation>
    </message>
    <message>
        <source>Its input {at} must be a constant.</source>
        <translation>它的第{at}个输入必须是常量。</translation>
    </message>
    <message>
        <source>Its inputs are of shapes that it does not take: {got}.</source>
        <translation>它不接受这样形状的输入：{got}。</translation>
    </message>
    <message>
        <source>{word} is no number.</source>
        <translation>{word} 不是数。</translation>
    </message>
    <message>
        <source>The key {key} is there twice.</source>
        <translation>键 {key} 出现了两次。</translation>
    </message>
    <message>
        <source>A number has more than {most} digits.</source>
        <translation>有一个数超过{most}位。</translation>
    </message>
    <message>
        <source>This is no text in UTF-8.</source>
        <translation>这不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>This is no valid JSON, from line {line} on.</source>
        <translation>从第{line}行起不是有效的 JSON。</translation>
    </message>
    <message>
        <source>This is a folder, not a file that can be read.</source>
        <translation>这是文件夹，不是可以读取的文件。</translation>
    </message>
    <message>
        <source>This is a pipe, a socket or a device, not a file that can be read.</source>
        <translation>这是管道、套接字或设备，不是可以读取的文件。</translation>
    </message>
    <message>
        <source>It holds weights without a network: open the network first, then this file.</source>
        <translation>其中只有权值而没有网络：请先打开网络，再打开这个文件。</translation>
    </message>
    <message>
        <source>The file holds no weights: they are drawn anew.</source>
        <translation>文件中没有权值，权值重新随机抽取。</translation>
    </message>
    <message>
        <source>It makes more than {most} values of one example.</source>
        <translation>它由一个样本得出的值超过{most}个。</translation>
    </message>
    <message>
        <source>{count} layers lead into it, which it does not take.</source>
        <translation>有{count}层通向它，它不接受。</translation>
    </message>
    <message>
        <source>It has more than {most} weights.</source>
        <translation>权值超过{most}个。</translation>
    </message>
    <message>
        <source>Go on in Keras</source>
        <translation>在 Keras 里继续</translation>
    </message>
    <message>
        <source>Run it elsewhere</source>
        <translation>在别处运行</translation>
    </message>
    <message>
        <source>Read and teach</source>
        <translation>阅读与教学</translation>
    </message>
    <message>
        <source>Show and keep</source>
        <translation>展示与保存</translation>
    </message>
    <message>
        <source>The whole network with its optimizer, for Keras 3.6 and later, on any backend</source>
        <translation>整个网络连同优化器，适用于 Keras 3.6 及以后版本的任何后端</translation>
    </message>
    <message>
        <source>Only the numbers: for a network that you build yourself</source>
        <translation>只有数值：用于你自己搭建的网络</translation>
    </message>
    <message>
        <source>Only the numbers: each array by its name, for NumPy</source>
        <translation>只有数值：每个数组都有名字，供 NumPy 读取</translation>
    </message>
    <message>
        <source>Only the numbers: arrays with their names and shapes, for any language</source>
        <translation>只有数值：数组连同名字和形状，任何语言都能读取</translation>
    </message>
    <message>
        <source>Only the numbers: one a row with its place, for a spreadsheet</source>
        <translation>只有数值：每行一个数及其位置，可用电子表格打开</translation>
    </message>
    <message>
        <source>The whole network in Keras&apos;s older format, for tools that ask for .h5</source>
        <translation>整个网络，采用 Keras 的旧格式，供需要 .h5 的工具使用</translation>
    </message>
    <message>
        <source>A folder for TensorFlow Serving and for tf.saved_model.load</source>
        <translation>一个文件夹，供 TensorFlow Serving 和 tf.saved_model.load 使用</translation>
    </message>
    <message>
        <source>Runs in C++, C#, Java and browsers; opens in Netron</source>
        <translation>可在 C++、C#、Java 和浏览器中运行，可用 Netron 打开</translation>
    </message>
    <message>
        <source>For phones and small boards, with full numbers</source>
        <translation>用于手机和小型开发板，数值精度完整</translation>
    </message>
    <message>
        <source>The same with half the digits, for graphics chips</source>
        <translation>同一网络，精度减半，适合图形芯片</translation>
    </message>
    <message>
        <source>Its weights as whole numbers, a quarter of the size</source>
        <translation>权值存为整数，大小约为四分之一</translation>
    </message>
    <message>
        <source>Whole numbers throughout, for chips that have no others</source>
        <translation>全部用整数，用于只支持整数的芯片</translation>
    </message>
    <message>
        <source>Runs by itself in any browser: send it to a friend</source>
        <translation>在任何浏览器里都能自己运行：可以发给朋友</translation>
    </message>
    <message>
        <source>Builds, trains and evaluates the same network on its own</source>
        <translation>独立地搭建、训练并评估同一个网络</translation>
    </message>
    <message>
        <source>The same with nothing hidden: variables, products, and a tape of gradients</source>
        <translation>同样的网络，毫无隐藏：变量、矩阵乘积和记录梯度的 GradientTape</translation>
    </message>
    <message>
        <source>The same with the network as a class, and layers of its own as classes</source>
        <translation>同样的网络写成一个类，自定义的层也各是一个类</translation>
    </message>
    <message>
        <source>The script in cells, with explanations and plots, for Jupyter</source>
        <translation>把脚本分成单元格，配上说明和图，可在 Jupyter 中运行</translation>
    </message>
    <message>
        <source>Data, layers, results, seeds and limits on one page, to go with the network</source>
        <translation>一页写清数据、网络层、结果、种子与局限，随网络一起交付</translation>
    </message>
    <message>
        <source>The network drawn for a paper, black on white, to be edited or put on a page</source>
        <translation>画成论文插图的网络：白底黑线，可以编辑，也可以放进网页</translation>
    </message>
    <message>
        <source>The same drawing as LaTeX takes it, with its font inside</source>
        <translation>同一幅图，供 LaTeX 使用，内嵌字体</translation>
    </message>
    <message>
        <source>Every epoch&apos;s numbers as a table</source>
        <translation>每一轮的数值，一张表</translation>
    </message>
    <message>
        <source>Every epoch&apos;s numbers, a list for each column</source>
        <translation>每一轮的数值，每列一个列表</translation>
    </message>
    <message>
        <source>Logs that TensorBoard draws: train and validation in one chart</source>
        <translation>供 TensorBoard 绘图的日志：训练与验证画在同一张图里</translation>
    </message>
    <message>
        <source>The window as it is now</source>
        <translation>窗口现在的样子</translation>
    </message>
    <message>
        <source>nothing varies: say what, as --set learning_rate=0.01,0.03, or --seeds 5</source>
        <translation>没有任何设置在变化：请指明，例如 --set learning_rate=0.01,0.03，或 --seeds 5</translation>
    </message>
    <message>
        <source>{path}: the table is a file that ends in .csv</source>
        <translation>{path}：表格文件应以 .csv 结尾</translation>
    </message>
    <message>
        <source>{path}: another sweep writes this table at the moment; wait for it, or give --out another name</source>
        <translation>{path}：另一个 sweep 正在写这张表；请等它结束，或给 --out 换一个名字</translation>
    </message>
    <message>
        <source>with {settings}: {problem}</source>
        <translation>取 {settings} 时：{problem}</translation>
    </message>
    <message>
        <source>{done} of {count} runs</source>
        <translation>已完成 {done}/{count} 次训练</translation>
    </message>
    <message>
        <source>{done} of {count} runs are there already, in {path}</source>
        <translation>{path} 中已有 {done}/{count} 次训练的结果</translation>
    </message>
    <message>
        <source>{count} runs: {done} done, {diverged} diverged, {failed} failed, {lost} lost</source>
        <translation>共训练{count}次：完成 {done} 次，发散 {diverged} 次，出错 {failed} 次，丢失 {lost} 次</translation>
    </message>
    <message>
        <source>{count} were stopped early, as others were better by then</source>
        <translation>其中{count}次被提前停止，因为那时别的更好</translation>
    </message>
    <message>
        <source>stopped by Ctrl+C with {done} of {count} runs, in {path}; the same command goes on</source>
        <translation>已按 Ctrl+C 停止，完成 {done}/{count} 次训练，结果在 {path}；再次运行同一命令即可继续</translation>
    </message>
    <message>
        <source>the processes that train end before they begin (exit code {code}): is memory short?</source>
        <translation>训练进程未及开始就已退出（退出码 {code}）：是否内存不足？</translation>
    </message>
    <message>
        <source>{address} has no worker yet; it goes on when one comes, as by: dask worker {address} --nthreads 1</source>
        <translation>{address} 还没有工作进程；有了就会继续，例如运行：dask worker {address} --nthreads 1</translation>
    </message>
    <message>
        <source>--device is for this machine: a cluster&apos;s workers have their own</source>
        <translation>--device 只用于本机：集群的工作进程使用各自的设备</translation>
    </message>
    <message>
        <source>{device}: TensorFlow sees no GPU here</source>
        <translation>{device}：TensorFlow 在本机没有发现 GPU</translation>
    </message>
    <message>
        <source>{device}: TensorFlow sees {found} here, counted from gpu:0</source>
        <translation>{device}：TensorFlow 在本机发现 {found} 块 GPU，从 gpu:0 数起</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>训练次数</translation>
    </message>
    <message>
        <source>{results} of {runs}</source>
        <translation>{results}/{runs}</translation>
    </message>
    <message>
        <source>and {count} more in the table</source>
        <translation>其余{count}组见表格</translation>
    </message>
    <message>
        <source>{name}: 1 to {most} values, got {got}</source>
        <translation>{name}：应有1到{most}个取值，给出的是 {got} 个</translation>
    </message>
    <message>
        <source>{name}: {value} stands there twice</source>
        <translation>{name}：取值 {value} 重复出现</translation>
    </message>
    <message>
        <source>there is no setting “{name}”; nearest: {near}</source>
        <translation>没有名为“{name}”的设置；最接近的是：{near}</translation>
    </message>
    <message>
        <source>there is no setting “{name}”; there are {some}, ...</source>
        <translation>没有名为“{name}”的设置；可用的有 {some} 等</translation>
    </message>
    <message>
        <source>expected SETTING=VALUE,VALUE, as learning_rate=0.01,0.03, got {got}</source>
        <translation>应写成“设置=值,值”，例如 learning_rate=0.01,0.03，给出的是 {got}</translation>
    </message>
    <message>
        <source>{name}: there is no “{got}”; nearest: {near}</source>
        <translation>{name}：没有“{got}”这个取值；最接近的是：{near}</translation>
    </message>
    <message>
        <source>{name}: expected {expected}, got {got}</source>
        <translation>{name}：应为 {expected}，给出的是 {got}</translation>
    </message>
    <message>
        <source>{name}: what varies beside it has no such setting</source>
        <translation>{name}：同时变化的另一项没有这个设置</translation>
    </message>
    <message>
        <source>{low} to {high}, or found</source>
        <translation>{low} 到 {high}，或 found</translation>
    </message>
    <message>
        <source>{name} varies twice</source>
        <translation>{name} 被指定了两次</translation>
    </message>
    <message>
        <source>{count} runs are more than {most}; --random N takes some of them</source>
        <translation>{count}次训练超过了{most}次的上限；可用 --random N 随机抽取一部分</translation>
    </message>
    <message>
        <source>expected tcp://HOST:PORT or tls://HOST:PORT, got {got}</source>
        <translation>应为 tcp://HOST:PORT 或 tls://HOST:PORT，得到的是 {got}</translation>
    </message>
    <message>
        <source>{address}: whoever reaches a tcp:// scheduler runs programs on all its machines; use tls://, as docs/CLUSTER.md tells, or say that the network is trusted (--insecure)</source>
        <translation>{address}：凡是能连上 tcp:// 调度器的人，都能在它的所有机器上运行程序；请按 docs/CLUSTER.md 改用 tls://，或声明信任该网络（--insecure）</translation>
    </message>
    <message>
        <source>{address}: the scheduler is gone; rows so far are kept, and the next start goes on from them</source>
        <translation>{address}：调度器已断开；已有的结果都保留着，再次开始时从那里继续</translation>
    </message>
    <message>
        <source>a cluster needs Dask: pip install &apos;neuroplayground[cluster]&apos;</source>
        <translation>使用集群需要 Dask：pip install &apos;neuroplayground[cluster]&apos;</translation>
    </message>
    <message>
        <source>{address}: tls:// needs certificates, given or named in Dask&apos;s configuration: see docs/CLUSTER.md</source>
        <translation>{address}：tls:// 需要证书，可直接给出，或写在 Dask 的配置里：见 docs/CLUSTER.md</translation>
    </message>
    <message>
        <source>{address}: no scheduler answers there ({error}); `dask scheduler --host HOST --port PORT` starts one</source>
        <translation>{address}：那里没有调度器应答（{error}）；可用 `dask scheduler --host HOST --port PORT` 启动一个</translation>
    </message>
    <message>
        <source>{path}: there is no such file</source>
        <translation>{path}：没有这个文件</translation>
    </message>
    <message>
        <source>{worker}: other versions than here, which may give other numbers: {differing}</source>
        <translation>{worker}：与本机版本不同，算出的数可能不同：{differing}</translation>
    </message>
    <message>
        <source>Type a function</source>
        <translation>输入函数</translation>
    </message>
    <message>
        <source>Make sequences</source>
        <translation>生成序列</translation>
    </message>
    <message>
        <source>Draw points</source>
        <translation>绘制点</translation>
    </message>
    <message>
        <source>The range ends before it begins.</source>
        <translation>范围的终点不在起点之后。</translation>
    </message>
    <message>
        <source>The function has no finite value in this range.</source>
        <translation>函数在此范围内没有有限值。</translation>
    </message>
    <message>
        <source>In this range all points are on one side of the boundary.</source>
        <translation>在此范围内，所有点都在边界的同一侧。</translation>
    </message>
    <message>
        <source>A wave is y = f(x), with x alone on the right.</source>
        <translation>波形写作 y = f(x)，右边只能有 x。</translation>
    </message>
    <message>
        <source>There are fewer values than two windows need: make the windows shorter.</source>
        <translation>值的个数不够取两个窗口，请把窗口改短。</translation>
    </message>
    <message>
        <source>Every window has a place without a value in it.</source>
        <translation>每个窗口里都有缺失值。</translation>
    </message>
    <message>
        <source>The echo comes from before the first step: make it shorter.</source>
        <translation>回声早于第一步，请把回退步数改小。</translation>
    </message>
    <message>
        <source>Choose a table, and in it the column of numbers.</source>
        <translation>请选择表格，再选其中的一列数值。</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>“{folder}” has no folders with pictures in them. Put the pictures of each class into a folder of its name.</source>
        <translation>“{folder}”里没有装着图片的文件夹。请把每一类的图片放进以类名命名的文件夹。</translation>
    </message>
    <message>
        <source>All pictures are in “{name}”. There is nothing to tell apart: “{folder}” needs two such folders.</source>
        <translation>所有图片都在“{name}”里，没有什么可区分的：“{folder}”需要两个这样的文件夹。</translation>
    </message>
    <message>
        <source>There are {count} folders; at most {most} classes can be learned.</source>
        <translation>有{count}个文件夹，而最多只能学{most}类。</translation>
    </message>
    <message>
        <source>There are more than {most} files. Choose a smaller folder.</source>
        <translation>文件超过{most}个，请选择小一些的文件夹。</translation>
    </message>
    <message>
        <source>{name}: {width} × {height} pixels, more than {most}; it was not decoded.</source>
        <translation>{name}：{width} × {height} 像素，超过{most}，未解码。</translation>
    </message>
    <message>
        <source>{name}: cannot be read as a picture.</source>
        <translation>{name}：无法作为图片读取。</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……还有{count}张</translation>
    </message>
    <message>
        <source>T-shirt</source>
        <translation>T 恤</translation>
    </message>
    <message>
        <source>trousers</source>
        <translation>裤子</translation>
    </message>
    <message>
        <source>pullover</source>
        <translation>套头衫</translation>
    </message>
    <message>
        <source>dress</source>
        <translation>连衣裙</translation>
    </message>
    <message>
        <source>coat</source>
        <translation>外套</translation>
    </message>
    <message>
        <source>sandal</source>
        <translation>凉鞋</translation>
    </message>
    <message>
        <source>shirt</source>
        <translation>衬衫</translation>
    </message>
    <message>
        <source>sneaker</source>
        <translation>运动鞋</translation>
    </message>
    <message>
        <source>bag</source>
        <translation>包</translation>
    </message>
    <message>
        <source>ankle boot</source>
        <translation>短靴</translation>
    </message>
    <message>
        <source>airplane</source>
        <translation>飞机</translation>
    </message>
    <message>
        <source>automobile</source>
        <translation>汽车</translation>
    </message>
    <message>
        <source>bird</source>
        <translation>鸟</translation>
    </message>
    <message>
        <source>cat</source>
        <translation>猫</translation>
    </message>
    <message>
        <source>deer</source>
        <translation>鹿</translation>
    </message>
    <message>
        <source>dog</source>
        <translation>狗</translation>
    </message>
    <message>
        <source>frog</source>
        <translation>青蛙</translation>
    </message>
    <message>
        <source>horse</source>
        <translation>马</translation>
    </message>
    <message>
        <source>ship</source>
        <translation>船</translation>
    </message>
    <message>
        <source>truck</source>
        <translation>卡车</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>Clothes and shoes of a shop</source>
        <translation>网店里的衣服和鞋</translation>
    </message>
    <message>
        <source>Animals and vehicles</source>
        <translation>动物和交通工具</translation>
    </message>
    <message>
        <source>There is no copy of {name} on this machine.</source>
        <translation>这台电脑上没有 {name}。</translation>
    </message>
    <message>
        <source>{path} is damaged, or another file: its SHA-256 is not that of the original. Download it anew.</source>
        <translation>{path} 已损坏，或是别的文件：它的 SHA-256 与原件不符。请重新下载。</translation>
    </message>
    <message>
        <source>The copy of {name} is not laid out as the original is.</source>
        <translation>这份 {name} 的内容结构与原件不同。</translation>
    </message>
    <message>
        <source>The pictures that the project names are others than those of {name}.</source>
        <translation>项目所指的图片与 {name} 的不一致。</translation>
    </message>
    <message>
        <source>The project names pictures that this program does not know.</source>
        <translation>项目所指的图片，本程序不认识。</translation>
    </message>
    <message>
        <source>{address} is not asked: only https is safe.</source>
        <translation>没有访问 {address}：只有 https 才安全。</translation>
    </message>
    <message>
        <source>What {address} has sent is not the original: its SHA-256 is another. Nothing of it was kept.</source>
        <translation>{address} 发来的不是原件：SHA-256 不符。没有保留任何内容。</translation>
    </message>
    <message>
        <source>{address} sends more than the {bytes} bytes of the original. Nothing of it was kept.</source>
        <translation>{address} 发来的超过原件的 {bytes} 字节。没有保留任何内容。</translation>
    </message>
    <message>
        <source>{address} cannot be had now: the server answers {code}.</source>
        <translation>现在取不到 {address}：服务器回应 {code}。</translation>
    </message>
    <message>
        <source>The connection broke off. What has come is kept, and Download goes on from there.</source>
        <translation>连接中断。已下载的部分保留着，再次下载会从那里继续。</translation>
    </message>
    <message>
        <source>{host} cannot be reached. Is this machine on the internet? A copy that is put into {folder} does as well.</source>
        <translation>连不上 {host}。这台电脑联网了吗？把文件放进 {folder} 也可以。</translation>
    </message>
    <message>
        <source>{what}: {all} pictures of {side} × {side}, {colour}, in {classes} classes. Up to {most} are used at once.</source>
        <translation>{what}：{all}张 {side} × {side} 的{colour}图片，分为{classes}类。一次最多用{most}张。</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>in colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>{source} · licence: {licence}</source>
        <translation>{source} · 许可：{licence}</translation>
    </message>
    <message>
        <source>{source} · its makers name no licence, and ask to be cited</source>
        <translation>{source} · 作者没有写明许可，请注明出处</translation>
    </message>
    <message>
        <source>It cannot be written: {why}.</source>
        <translation>无法写入：{why}。</translation>
    </message>
    <message>
        <source>Take the learning rate found</source>
        <translation>采用找到的学习率</translation>
    </message>
    <message>
        <source>The loss falls steepest at {rate}.</source>
        <translation>学习率为 {rate} 时损失下降最陡。</translation>
    </message>
    <message>
        <source>No rate stands out: the loss hardly falls at any of them.</source>
        <translation>没有突出的学习率：损失在哪个学习率下都几乎不下降。</translation>
    </message>
    <message>
        <source>No rate stands out: the loss never falls, and rises in the end.</source>
        <translation>没有突出的学习率：损失没有下降，最后反而上升。</translation>
    </message>
    <message>
        <source>The curve says nothing: the loss breaks at once.</source>
        <translation>这条曲线说明不了什么：损失一开始就发散了。</translation>
    </message>
    <message>
        <source>The network has learned already, and is where there is little left to fall: begin with its first weights.</source>
        <translation>网络已经学过，损失剩下的下降余地很小：请从初始权值开始。</translation>
    </message>
    <message>
        <source>Perhaps nothing in the network learns, or it needs more steps than one a rate: see its weights and loss.</source>
        <translation>也许网络里没有可学习的权值，或者每个学习率一步太少：看看它的权值和损失函数。</translation>
    </message>
    <message>
        <source>Its first weights are no place to fall from: try another seed, another initializer or another loss.</source>
        <translation>从它的初始权值出发损失降不下来：换一个种子、初始化方法或损失函数试试。</translation>
    </message>
    <message>
        <source>Even the smallest steps are too large for it: look at the size of the inputs, and of the weights.</source>
        <translation>最小的步子对它也太大：看看输入和权值的大小。</translation>
    </message>
    <message>
        <source>It is lowest, {loss}, at {rate}.</source>
        <translation>学习率为 {rate} 时损失最低，为 {loss}。</translation>
    </message>
    <message>
        <source>It is lowest, {loss}, at {rate}; from {broken} on it breaks.</source>
        <translation>学习率为 {rate} 时损失最低，为 {loss}；从 {broken} 起发散。</translation>
    </message>
    <message>
        <source>go on training in Keras</source>
        <translation>在 Keras 里接着训练</translation>
    </message>
    <message>
        <source>fill a network that I build myself</source>
        <translation>给自己搭的网络填上权值</translation>
    </message>
    <message>
        <source>have the weights without Keras</source>
        <translation>不用 Keras 也能读到权值</translation>
    </message>
    <message>
        <source>go on in an old Keras</source>
        <translation>在旧版 Keras 里接着用</translation>
    </message>
    <message>
        <source>serve it with TensorFlow</source>
        <translation>用 TensorFlow 提供服务</translation>
    </message>
    <message>
        <source>run it from C++, C#, Java or a browser</source>
        <translation>在 C++、C#、Java 或浏览器里运行</translation>
    </message>
    <message>
        <source>run it on a phone or a small board</source>
        <translation>在手机或小型开发板上运行</translation>
    </message>
    <message>
        <source>send it to a friend, or put it on a class&apos;s page</source>
        <translation>发给朋友，或放到班级网页上</translation>
    </message>
    <message>
        <source>read and change it as a program</source>
        <translation>当作程序来读、来改</translation>
    </message>
    <message>
        <source>say what it is and how well it does</source>
        <translation>说明它是什么、效果如何</translation>
    </message>
    <message>
        <source>put a figure of it into a paper</source>
        <translation>把网络图放进论文</translation>
    </message>
    <message>
        <source>plot the run elsewhere</source>
        <translation>在别处画训练曲线</translation>
    </message>
    <message>
        <source>show the window as it is</source>
        <translation>展示窗口现在的样子</translation>
    </message>
    <message>
        <source>Preparing the rows of {title}…</source>
        <translation>正在准备“{title}”的数据……</translation>
    </message>
    <message>
        <source>Reading its table was stopped.</source>
        <translation>已停止读取它的表格。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Also a target</source>
        <translation>也作为目标</translation>
    </message>
</context>
<context>
    <name>Tick</name>
    <message>
        <source>Reached</source>
        <translation>已达成</translation>
    </message>
    <message>
        <source>Not reached yet</source>
        <translation>尚未达成</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Play the run as a film</source>
        <translation>把训练过程当影片播放</translation>
    </message>
    <message>
        <source>Moment of the run</source>
        <translation>训练中的时刻</translation>
    </message>
    <message>
        <source>Moment of the run: click or drag to look back</source>
        <translation>训练中的时刻：点击或拖动可回看</translation>
    </message>
    <message>
        <source>How fast the film plays; at 1× the whole run takes 10 s</source>
        <translation>影片播放多快；1×时整个训练用10秒</translation>
    </message>
    <message>
        <source>Speed of the film</source>
        <translation>影片速度</translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation>从这里继续</translation>
    </message>
    <message>
        <source>Train on from this moment; what came after it is forgotten</source>
        <translation>从这一刻继续训练；之后的内容会被丢弃</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Show the network as it is now</source>
        <translation>显示网络现在的样子</translation>
    </message>
    <message>
        <source>Save the run as a film: GIF or MP4</source>
        <translation>把训练过程存为影片：GIF 或 MP4</translation>
    </message>
    <message>
        <source>Keep up to {bound} MB</source>
        <translation>最多保留 {bound} MB</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {newest}</source>
        <translation>第{epoch}轮，共{newest}轮</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>{taken} of {bound} MB</source>
        <translation>{taken} / {bound} MB</translation>
    </message>
    <message>
        <source>{count} moments of the run are kept in memory; when it is full, every second one goes.</source>
        <translation>内存中保留了训练的{count}个时刻；满了以后每隔一个丢弃一个。</translation>
    </message>
    <message>
        <source>Pause the film</source>
        <translation>暂停影片</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>What this shows</source>
        <translation>这里显示什么</translation>
    </message>
    <message>
        <source>Menu of {view}</source>
        <translation>{view}的菜单</translation>
    </message>
    <message>
        <source>Go on showing what is new</source>
        <translation>继续显示最新内容</translation>
    </message>
    <message>
        <source>Pause this view</source>
        <translation>暂停此视图</translation>
    </message>
</context>
<context>
    <name>ToldBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Train one batch; with Shift, one epoch</source>
        <translation>训练一批；按住 Shift 训练一轮</translation>
    </message>
    <message>
        <source>Start again from new weights</source>
        <translation>用新的权值重新开始</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>How many times training has seen all points</source>
        <translation>训练看过全部样本的次数</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>The loss on the points trained on</source>
        <translation>训练所用样本上的损失</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>The loss on points that training never sees</source>
        <translation>训练从未见过的样本上的损失</translation>
    </message>
    <message>
        <source>{help} Here of the points that training never sees.</source>
        <translation>{help} 这里用训练从未见过的样本。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Not yet: {where}: {problem}</source>
        <translation>还不行：{where}：{problem}</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Another class, up to six</source>
        <translation>添加类别，最多六个</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Size of the brush: [ and ]</source>
        <translation>画笔大小：[ 和 ]</translation>
    </message>
    <message>
        <source>{name}, {count} points</source>
        <translation>{name}，{count}个点</translation>
    </message>
</context>
<context>
    <name>TracePad</name>
    <message>
        <source>Sequence to try</source>
        <translation>要试的序列</translation>
    </message>
    <message>
        <source>Draw the line with the mouse; the right button sets it to 0. By keys: left and right move, up and down raise and lower, Esc takes a stroke back.</source>
        <translation>用鼠标画线；右键设为0。用键盘：左右键移动，上下键升降，Esc 撤回一笔。</translation>
    </message>
    <message>
        <source>Step {step}: {value}</source>
        <translation>第{step}步：{value}</translation>
    </message>
</context>
<context>
    <name>TrainFor</name>
    <message>
        <source>Train for</source>
        <translation>训练若干轮</translation>
    </message>
    <message>
        <source>Epochs from here on:</source>
        <translation>从现在起的轮数：</translation>
    </message>
</context>
<context>
    <name>TrainingForm</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>TryPage</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Next example</source>
        <translation>下一个样本</translation>
    </message>
    <message>
        <source>An empty page, every input 0, or where a table has units its mean.</source>
        <translation>空白页，所有输入为0；有单位的数据则为均值。</translation>
    </message>
    <message>
        <source>{data}, scaled</source>
        <translation>{data}（已缩放）</translation>
    </message>
    <message>
        <source>The left button erases, as the right one always does.</source>
        <translation>左键擦除，右键始终是擦除。</translation>
    </message>
    <message>
        <source>Put in the next row of the validation data.</source>
        <translation>填入验证数据的下一行。</translation>
    </message>
</context>
<context>
    <name>TypeFunction</name>
    <message>
        <source>Type a function</source>
        <translation>输入函数</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>A surface z = …, a curve y = …, or a boundary with &lt; or &gt;, of x and y.</source>
        <translation>曲面 z = …、曲线 y = …，或用 &lt; 或 &gt; 写出的 x 与 y 的边界。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>{count} points in two classes: blue where it holds.</source>
        <translation>{count}个点，分两类：条件成立处为蓝色。</translation>
    </message>
    <message>
        <source>{count} points; the network learns y for each x.</source>
        <translation>{count}个点，网络学习每个 x 对应的 y。</translation>
    </message>
    <message>
        <source>{count} points on an even grid; the network learns z.</source>
        <translation>均匀网格上的{count}个点，网络学习 z。</translation>
    </message>
    <message>
        <source>At {count} places it has no finite value; they are left out.</source>
        <translation>有{count}处没有有限值，已略去。</translation>
    </message>
</context>
<context>
    <name>UnsavedBar</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Open it as a project of its own; no file is changed</source>
        <translation>作为单独的项目打开，不改动任何文件</translation>
    </message>
    <message>
        <source>Remove it for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>下次启动时再问</translation>
    </message>
    <message>
        <source>{words} ({count} more)</source>
        <translation>{words}（另有{count}份）</translation>
    </message>
    <message>
        <source>d MMMM, HH:mm</source>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>Unsaved work from {time}, {name}</source>
        <translation>{time} 未保存的内容：{name}</translation>
    </message>
    <message>
        <source>Unsaved work from {time}, {name}, epoch {epoch}</source>
        <translation>{time} 未保存的内容：{name}，第{epoch}轮</translation>
    </message>
</context>
<context>
    <name>ViewDock</name>
    <message>
        <source>What this shows</source>
        <translation>这里显示什么</translation>
    </message>
    <message>
        <source>Dock</source>
        <translation>停靠</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>浮动</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Save picture as PNG…</source>
        <translation>图片存为 PNG…</translation>
    </message>
    <message>
        <source>Save picture as SVG…</source>
        <translation>图片存为 SVG…</translation>
    </message>
    <message>
        <source>Save picture as SVG… (not of 3D)</source>
        <translation>图片存为 SVG…（三维图不行）</translation>
    </message>
    <message>
        <source>There are no numbers yet.</source>
        <translation>还没有数值。</translation>
    </message>
    <message>
        <source>Save numbers as CSV…</source>
        <translation>数值存为 CSV…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ViewOptions</name>
    <message>
        <source>Contours</source>
        <translation>等高线</translation>
    </message>
    <message>
        <source>Thin lines where the value is the same.</source>
        <translation>数值相同处的细线。</translation>
    </message>
    <message>
        <source>Decision boundary</source>
        <translation>决策边界</translation>
    </message>
    <message>
        <source>A thick line where the network changes its mind.</source>
        <translation>网络改变主意处的粗线。</translation>
    </message>
    <message>
        <source>Wrong points</source>
        <translation>错误点</translation>
    </message>
    <message>
        <source>A ring round each point put in the wrong class.</source>
        <translation>在每个分错类的点周围画一个圈。</translation>
    </message>
    <message>
        <source>True values</source>
        <translation>真实值</translation>
    </message>
    <message>
        <source>The rule behind the data, where it is known: a line, in 3D a ghost.</source>
        <translation>数据背后的规律（若已知）：画成一条线，三维中画成半透明曲面。</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>How many points are computed. Convolutional, recurrent and very large networks are computed at fewer, with straight lines between them, so that training stays fast.</source>
        <translation>计算多少个点。卷积网络、循环网络和很大的网络算得少些，其间用直线连接，使训练保持快速。</translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>… {count} layers …</source>
        <translation>… {count} 层 …</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>WalkBar</name>
    <message>
        <source>To the beginning (Home)</source>
        <translation>回到开头（Home）</translation>
    </message>
    <message>
        <source>One step back (←)</source>
        <translation>后退一步（←）</translation>
    </message>
    <message>
        <source>One step on (→)</source>
        <translation>前进一步（→）</translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation>走到最后（End）</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Begin with the table&apos;s own numbers, and end with the answer in its own unit (P)</source>
        <translation>从表格原来的数开始走，并把输出换回原单位（P）</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>All gradients as a table, by hand beside the tape&apos;s (T)</source>
        <translation>以表格列出全部梯度：手算与梯度带并列（T）</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格）</translation>
    </message>
    <message>
        <source>Walk by itself (Space)</source>
        <translation>自动走（空格）</translation>
    </message>
</context>
<context>
    <name>WalkView</name>
    <message>
        <source>Walk through the network</source>
        <translation>走过网络</translation>
    </message>
    <message>
        <source>Numbers without room: {count}. Point at a line to see its own.</source>
        <translation>有{count}个数放不下：把指针移到连线上即可看到。</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>走一遍</translation>
    </message>
</context>
<context>
    <name>Walking</name>
    <message>
        <source>Walk forward and back</source>
        <translation>前向、反向走一遍</translation>
    </message>
    <message>
        <source>The numbers come in a moment.</source>
        <translation>数值马上就来。</translation>
    </message>
    <message>
        <source>The network cannot run yet: first mend what is marked in red.</source>
        <translation>网络还不能运行：请先修正标红的地方。</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>Assign again</source>
        <translation>再赋值</translation>
    </message>
    <message>
        <source>One more assignment to the same variable, as the next step</source>
        <translation>对同一个变量再赋一次值，作为下一步</translation>
    </message>
    <message>
        <source>start</source>
        <translation>初始值</translation>
    </message>
    <message>
        <source>trainable</source>
        <translation>可训练</translation>
    </message>
    <message>
        <source>not trainable</source>
        <translation>不可训练</translation>
    </message>
    <message>
        <source>the same variable after each assignment; ringed is what it changed</source>
        <translation>同一个变量每次赋值之后的样子；带框的是这次改变的格子</translation>
    </message>
</context>
<context>
    <name>WeightCard</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>走一步</translation>
    </message>
    <message>
        <source>Let the optimizer take this step, for this sample alone; undo takes it back</source>
        <translation>让优化器只用这一个样本走这一步；可以撤销</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有{count}个</translation>
    </message>
    <message>
        <source>One step: weight {before} → {after}, loss {loss} → {later}</source>
        <translation>走一步：权值 {before} → {after}，损失 {loss} → {later}</translation>
    </message>
</context>
<context>
    <name>WeightEdit</name>
    <message>
        <source>Enter sets it, and training goes on from there.
Undo leaves weights as they are.</source>
        <translation>按回车设定，训练从那里继续。
“撤销”不改变权值。</translation>
    </message>
    <message>
        <source>↑ ↓ other inputs · Page ↑ ↓ other neurons
Ctrl+↑ ↓ turns it, with Shift finely</source>
        <translation>↑ ↓ 换输入 · Page ↑ ↓ 换神经元
Ctrl+↑ ↓ 调节数值，加 Shift 为微调</translation>
    </message>
    <message>
        <source>There are no weights yet: the network is not complete, or not built.</source>
        <translation>还没有权值：网络不完整，或尚未构建。</translation>
    </message>
</context>
<context>
    <name>WeightGrid</name>
    <message>
        <source>Weights of each layer</source>
        <translation>各层的权值</translation>
    </message>
    <message>
        <source>weights: {count} · rms {size}</source>
        <translation>权值：{count} · rms {size}</translation>
    </message>
    <message>
        <source>rms {size}</source>
        <translation>rms {size}</translation>
    </message>
</context>
<context>
    <name>WeightMatrix</name>
    <message>
        <source>Weights as a picture</source>
        <translation>权值图</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>bias of unit {unit}: {value}</source>
        <translation>神经元{unit}的偏置：{value}</translation>
    </message>
    <message>
        <source>input {source} → filter {unit}, row {y}, column {x}: {value}</source>
        <translation>输入 {source} → 卷积核{unit}，第 {y} 行第 {x} 列：{value}</translation>
    </message>
    <message>
        <source>input {source} → unit {unit}: {value}</source>
        <translation>输入 {source} → 神经元{unit}：{value}</translation>
    </message>
    <message>
        <source>↓ inputs: {rows}   → filters: {columns}</source>
        <translation>↓ 输入：{rows}   → 卷积核：{columns}</translation>
    </message>
    <message>
        <source>↓ inputs: {rows}   → units: {columns}</source>
        <translation>↓ 输入：{rows}   → 神经元：{columns}</translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>{layer}, neuron {number}</source>
        <translation>{layer}，神经元{number}</translation>
    </message>
    <message>
        <source>Bias of {neuron}</source>
        <translation>{neuron} 的偏置</translation>
    </message>
    <message>
        <source>{layer}, value {number}</source>
        <translation>{layer}，值{number}</translation>
    </message>
    <message>
        <source>{source} → {target}</source>
        <translation>{source} → {target}</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>Click to type another number</source>
        <translation>点击可输入别的数</translation>
    </message>
    <message>
        <source>Drag up or down to turn it, click to type</source>
        <translation>上下拖动可调节，点击可输入</translation>
    </message>
    <message>
        <source>Weights, {source} → {target}</source>
        <translation>权值，{source} → {target}</translation>
    </message>
    <message>
        <source>{shown} of {all} are shown</source>
        <translation>显示了{all}个中的{shown}个</translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>Weights</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Weights and gradients</source>
        <translation>权值与梯度</translation>
    </message>
    <message>
        <source>Weights: how many of each layer&apos;s are how large, orange below 0 and blue above; click a layer for every one of them. Over time and Now: the size of the gradient and of a batch&apos;s update, layer by layer on a logarithmic axis, so that gradients that vanish or explode on their way back are seen.</source>
        <translation>权值：每层各种大小的权值有多少，橙色小于0，蓝色大于0；点击一层可看它的每个权值。“随时间”和“现在”：逐层的梯度大小和一批更新量的大小，对数坐标，反向传播中消失或爆炸的梯度一目了然。</translation>
    </message>
    <message>
        <source>Once the network is ready, its weights are here.</source>
        <translation>网络准备好之后，它的权值会显示在这里。</translation>
    </message>
    <message>
        <source>Train a little: the sizes are measured as the network trains.</source>
        <translation>先训练一会儿：这些大小在训练中测得。</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>第{epoch}轮</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>weights counted</source>
        <translation>计入的权值</translation>
    </message>
    <message>
        <source>array</source>
        <translation>数组</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新量</translation>
    </message>
    <message>
        <source>update ÷ weight</source>
        <translation>更新量 ÷ 权值</translation>
    </message>
</context>
<context>
    <name>WherePanel</name>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>A cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>The workers of a scheduler of Dask that runs already, on this computer or on many: docs/CLUSTER.md tells how to start one.</source>
        <translation>由一个已在运行的 Dask 调度器的工作进程来训练，可在本机，也可在多台机器上：启动方法见 docs/CLUSTER.md。</translation>
    </message>
    <message>
        <source>I trust this network</source>
        <translation>我信任此网络</translation>
    </message>
    <message>
        <source>Whoever reaches a tcp:// scheduler can run programs on its workers.</source>
        <translation>凡是能连上 tcp:// 调度器的人，都能在它的工作进程上运行程序。</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation>本机证书</translation>
    </message>
    <message>
        <source>Own key</source>
        <translation>本机私钥</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>训练设备</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>在哪里运行</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>TensorFlow is loading…</source>
        <translation>正在加载 TensorFlow……</translation>
    </message>
</context>
<context>
    <name>WorstList</name>
    <message>
        <source>Worst examples</source>
        <translation>最差的样本</translation>
    </message>
    <message>
        <source>Click an example to try it.</source>
        <translation>点击一个样本来试它。</translation>
    </message>
    <message>
        <source>Row {row} · validation</source>
        <translation>第{row}行 · 验证</translation>
    </message>
    <message>
        <source>Row {row} · train</source>
        <translation>第{row}行 · 训练</translation>
    </message>
    <message>
        <source>off by {distance}</source>
        <translation>差 {distance}</translation>
    </message>
    <message>
        <source>{share} for {name}</source>
        <translation>{name}的概率 {share}</translation>
    </message>
    <message>
        <source>{where}, true {true}, predicted {guessed}, {measure}</source>
        <translation>{where}，真实 {true}，预测 {guessed}，{measure}</translation>
    </message>
</context>
<context>
    <name>WorstSide</name>
    <message>
        <source>Show the worst of all rows again.</source>
        <translation>再次显示所有行中最差的。</translation>
    </message>
    <message>
        <source>true {true}, predicted {guessed}  ×</source>
        <translation>真实 {true}，预测 {guessed}  ×</translation>
    </message>
</context>
</TS>
