<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Card</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>Cards</name>
        <message>
            <source>Open a project</source>
            <translation>打开项目</translation>
        </message>
        <message>
            <source>Pianqu project (*.gpkg)</source>
            <translation>片区项目 (*.gpkg)</translation>
        </message>
    </context>
    <context>
        <name>DistrictPanel</name>
        <message>
            <source>Districts</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>No districts yet. Draw one, or run “pianqu merge” on this project.</source>
            <translation>还没有片区。可在图上绘制，或对本项目运行 pianqu merge。</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>改名</translation>
        </message>
        <message>
            <source>Unpin</source>
            <translation>取消锁定</translation>
        </message>
        <message>
            <source>Pin</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
    </context>
    <context>
        <name>DistrictRow</name>
        <message>
            <source>pinned</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>%1 by 2000</source>
            <translation>2000年前 %1</translation>
        </message>
        <message>
            <source>%1 ha · %2 buildings · %3 households</source>
            <translation>%1 公顷 · %2 栋 · %3 户</translation>
        </message>
    </context>
    <context>
        <name>DockArea</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>EditCommands</name>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
    </context>
    <context>
        <name>FeatureDock</name>
        <message>
            <source>Feature</source>
            <translation>要素</translation>
        </message>
    </context>
    <context>
        <name>FileCommands</name>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>打开…</translation>
        </message>
        <message>
            <source>Close the project</source>
            <translation>关闭项目</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
    </context>
    <context>
        <name>InspectorPanel</name>
        <message>
            <source>Feature</source>
            <translation>要素</translation>
        </message>
        <message>
            <source>Click anything on the map to see what is known about it.</source>
            <translation>在图上点击任意要素，查看其属性。</translation>
        </message>
        <message numerus="yes">
            <source>%n more attributes are not known.</source>
            <translation>
                <numerusform>另有 %n 项属性未知。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LayerPanel</name>
        <message>
            <source>Layers</source>
            <translation>图层</translation>
        </message>
    </context>
    <context>
        <name>LeftDock</name>
        <message>
            <source>Layers</source>
            <translation>图层</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>%1 – Pianqu</source>
            <translation>%1 – 片区</translation>
        </message>
        <message>
            <source>Pianqu</source>
            <translation>片区</translation>
        </message>
    </context>
    <context>
        <name>NorthArrow</name>
        <message>
            <source>N</source>
            <translation>北</translation>
        </message>
    </context>
    <context>
        <name>PlanCommands</name>
        <message>
            <source>Plan</source>
            <translation>规划</translation>
        </message>
        <message>
            <source>Draw district</source>
            <translation>画片区</translation>
        </message>
    </context>
    <context>
        <name>RemoveCard</name>
        <message>
            <source>Delete %1 %2?</source>
            <translation>删除 %1 %2？</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Its members become unassigned and its measures go with it. Undo brings everything back.</source>
            <translation>其成员将变为未并入，其措施一并删除。撤销可全部恢复。</translation>
        </message>
    </context>
    <context>
        <name>RenameCard</name>
        <message>
            <source>Rename %1</source>
            <translation>%1 改名</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>改名</translation>
        </message>
    </context>
    <context>
        <name>RightDock</name>
        <message>
            <source>Districts</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>Assistant</source>
            <translation>助手</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>Pianqu</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>Old estates become districts, each with its plan and its map.</source>
            <translation>老旧小区连片成区，一片一方案、一片一图。</translation>
        </message>
        <message>
            <source>Open a project…</source>
            <translation>打开项目…</translation>
        </message>
        <message>
            <source>Opened before</source>
            <translation>最近打开</translation>
        </message>
        <message>
            <source>No project yet? A sample city is made and imported on the command line:</source>
            <translation>还没有项目？可用命令行生成并导入示例城市：</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>length distortion %1</source>
            <translation>长度变形 %1</translation>
        </message>
        <message>
            <source>Drawing the map</source>
            <translation>正在绘制地图</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>ReadOnlyMark</name>
        <message>
            <source>read only</source>
            <translation>只读</translation>
        </message>
        <message>
            <source>The file or its folder may not be written. Copy the project to a folder of your own to change it.</source>
            <translation>项目文件或所在文件夹没有写入权限。要编辑，请把项目复制到自己的文件夹。</translation>
        </message>
    </context>
    <context>
        <name>ToolStrip</name>
        <message>
            <source>Draw district</source>
            <translation>画片区</translation>
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
            <source>Whole city</source>
            <translation>全图</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Pianqu</source>
            <translation>片区</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::DistrictModel</name>
        <message>
            <source>%1 districts · %2 ha · %3 buildings · %4 households</source>
            <translation>共 %1 个片区 · %2 公顷 · %3 栋 · %4 户</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::FigureModel</name>
        <message>
            <source>Area</source>
            <translation>面积</translation>
        </message>
        <message>
            <source>ha</source>
            <translation>公顷</translation>
        </message>
        <message>
            <source>Estates</source>
            <translation>小区</translation>
        </message>
        <message>
            <source>Buildings</source>
            <translation>楼栋</translation>
        </message>
        <message>
            <source>Single buildings</source>
            <translation>独栋、零星楼</translation>
        </message>
        <message>
            <source>Households</source>
            <translation>户数</translation>
        </message>
        <message>
            <source>Floor area</source>
            <translation>建筑面积</translation>
        </message>
        <message>
            <source>10 000 m²</source>
            <translation>万 m²</translation>
        </message>
        <message>
            <source>Built by 2000</source>
            <translation>2000年底前建成</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Lift candidates</source>
            <translation>待加装电梯</translation>
        </message>
        <message>
            <source>stair units</source>
            <translation>单元</translation>
        </message>
        <message>
            <source>Leaking roofs</source>
            <translation>屋面渗漏</translation>
        </message>
        <message>
            <source>Dangerous (C, D)</source>
            <translation>C、D级危房</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::InspectorModel</name>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::ProjectController</name>
        <message>
            <source>%1 could not be opened.</source>
            <translation>未能打开 %1。</translation>
        </message>
        <message>
            <source>This project may not be changed here; it is open for reading.</source>
            <translation>此项目不可写，已按只读方式打开。</translation>
        </message>
        <message>
            <source>Opening %1</source>
            <translation>正在打开 %1</translation>
        </message>
        <message>
            <source>Opening</source>
            <translation>正在打开</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>正在保存</translation>
        </message>
        <message>
            <source>Undoing</source>
            <translation>正在撤销</translation>
        </message>
        <message>
            <source>Redoing</source>
            <translation>正在重做</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>没有可撤销的操作。</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>没有可重做的操作。</translation>
        </message>
        <message>
            <source>A district needs a name.</source>
            <translation>片区需要名称。</translation>
        </message>
        <message>
            <source>Type a name such as 梅园片区.</source>
            <translation>请输入名称，例如“梅园片区”。</translation>
        </message>
        <message>
            <source>District deleted. Undo brings it back.</source>
            <translation>片区已删除，可撤销恢复。</translation>
        </message>
        <message>
            <source>Reading the options</source>
            <translation>正在读取方案</translation>
        </message>
        <message>
            <source>Kept as %1. Work goes on where it was.</source>
            <translation>已另存为 %1，继续编辑当前方案。</translation>
        </message>
        <message>
            <source>Frozen as %1.</source>
            <translation>已定稿为 %1。</translation>
        </message>
        <message>
            <source>Now working on %1.</source>
            <translation>正在编辑 %1。</translation>
        </message>
    </context>
    <context>
        <name>ViewCommands</name>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Whole city</source>
            <translation>全图</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Left side</source>
            <translation>左侧面板</translation>
        </message>
        <message>
            <source>Right side</source>
            <translation>右侧面板</translation>
        </message>
        <message>
            <source>Below the map</source>
            <translation>图下面板</translation>
        </message>
    </context>
    <context>
        <name>LedgerCard</name>
        <message>
            <source>now → then</source>
            <translation>现 → 改后</translation>
        </message>
    </context>
    <context>
        <name>OptionRow</name>
        <message>
            <source>being worked on</source>
            <translation>编辑中</translation>
        </message>
        <message>
            <source>frozen</source>
            <translation>已定稿</translation>
        </message>
        <message>
            <source>Work on it</source>
            <translation>切换到此</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>比差异</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>删除</translation>
        </message>
    </context>
    <context>
        <name>EditHint</name>
        <message>
            <source>Drag over buildings; estates come whole. Ctrl takes out. The ledger shows the stroke before it counts: let go to accept, Esc to drop it.</source>
            <translation>拖过楼栋即划入，小区整体进出；按住 Ctrl 为移出。松手前台账先行显示，松手即生效，Esc 放弃。</translation>
        </message>
        <message>
            <source>Click corners or drag freehand. Enter, double or right click closes; Backspace takes back a corner. Type a length, Tab, a bearing, Enter.</source>
            <translation>逐点单击，或按住拖画。回车、双击或右键闭合，退格撤一点。可直接键入长度，Tab 后键入方位角，回车落点。</translation>
        </message>
        <message>
            <source>Draw from one side of the boundary to the other. Outside it gains, inside it gives up.</source>
            <translation>从边界一侧画到另一侧：线在界外则划入，在界内则划出。</translation>
        </message>
        <message>
            <source>Draw through the district from side to side. The part with most households keeps its name.</source>
            <translation>贯穿片区画一条线。户数最多的一块沿用原编号和名称。</translation>
        </message>
        <message>
            <source>Drag a corner, or a side to make one. Delete or Ctrl+click takes a corner away. Both neighbours follow.</source>
            <translation>拖动角点；拖边则新增角点。Delete 或 Ctrl+单击删除角点。相邻片区同步变动。</translation>
        </message>
        <message>
            <source>Click the district that is to end at its roads, rivers and administrative lines.</source>
            <translation>单击片区，按其中的干路、河流和行政界线切开。</translation>
        </message>
        <message>
            <source>Click the neighbour that joins.</source>
            <translation>单击要并入的相邻片区。</translation>
        </message>
        <message>
            <source>Click ground that districts enclose.</source>
            <translation>单击被片区围住的空隙。</translation>
        </message>
        <message>
            <source>Draw around what the assistant may change.</source>
            <translation>圈出允许助手调整的范围。</translation>
        </message>
        <message>
            <source>Choose a district first: V, then click it on the map or in the list.</source>
            <translation>请先选片区：按 V，在图上或列表中单击。</translation>
        </message>
    </context>
    <context>
        <name>AssistantPanel</name>
        <message>
            <source>City</source>
            <translation>全市</translation>
        </message>
        <message>
            <source>Sub-district</source>
            <translation>街道</translation>
        </message>
        <message>
            <source>Lasso</source>
            <translation>套索</translation>
        </message>
        <message>
            <source>Draw the lasso on the map.</source>
            <translation>请在图上圈定范围。</translation>
        </message>
        <message>
            <source>Households from</source>
            <translation>户数</translation>
        </message>
        <message>
            <source>rule</source>
            <translation>按规则</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>生成建议</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>The plan changed meanwhile. Propose again.</source>
            <translation>方案已变动，请重新生成建议。</translation>
        </message>
        <message>
            <source>Accept all</source>
            <translation>全部接受</translation>
        </message>
        <message>
            <source>Accept %1</source>
            <translation>接受 %1 个</translation>
        </message>
        <message>
            <source>None</source>
            <translation>全不选</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
    </context>
    <context>
        <name>ExplainCard</name>
        <message>
            <source>Working it out…</source>
            <translation>正在推算…</translation>
        </message>
        <message>
            <source>Why is it here?</source>
            <translation>为何归在此处？</translation>
        </message>
    </context>
    <context>
        <name>EditStrip</name>
        <message>
            <source>Select and move the map</source>
            <translation>选择与移图</translation>
        </message>
        <message>
            <source>Paint buildings into the district</source>
            <translation>涂选楼栋入片区</translation>
        </message>
        <message>
            <source>Draw the boundary of a new district</source>
            <translation>画新片区边界</translation>
        </message>
        <message>
            <source>Reshape the boundary along a line</source>
            <translation>沿线改界</translation>
        </message>
        <message>
            <source>Move, add and delete corners</source>
            <translation>移动、增删角点</translation>
        </message>
        <message>
            <source>Split the district along a line</source>
            <translation>沿线拆分片区</translation>
        </message>
        <message>
            <source>Cut a district along roads, rivers and administrative lines</source>
            <translation>沿道路、河流、行政界线切分</translation>
        </message>
        <message>
            <source>Merge a neighbour into the district</source>
            <translation>并入相邻片区</translation>
        </message>
        <message>
            <source>Absorb a gap between districts</source>
            <translation>吸收空隙</translation>
        </message>
        <message>
            <source>Highlight unassigned units, enclaves, gaps and loose parts</source>
            <translation>标出未归片单元、飞地、空隙和不相连部分</translation>
        </message>
        <message>
            <source>Next unassigned unit</source>
            <translation>下一个未归片单元</translation>
        </message>
        <message>
            <source>Assistant: propose districts</source>
            <translation>助手：建议片区划分</translation>
        </message>
        <message>
            <source>Options of the plan side by side</source>
            <translation>方案比选</translation>
        </message>
    </context>
    <context>
        <name>ExactInput</name>
        <message>
            <source>Length</source>
            <translation>长度</translation>
        </message>
        <message>
            <source>Bearing</source>
            <translation>方位角</translation>
        </message>
    </context>
    <context>
        <name>EditOptionBar</name>
        <message>
            <source>New district</source>
            <translation>新片区</translation>
        </message>
        <message>
            <source>Brush</source>
            <translation>画笔</translation>
        </message>
        <message>
            <source>Rectangle</source>
            <translation>矩形</translation>
        </message>
        <message>
            <source>Lasso</source>
            <translation>套索</translation>
        </message>
        <message>
            <source>Click</source>
            <translation>单击</translation>
        </message>
        <message>
            <source>Radius</source>
            <translation>半径</translation>
        </message>
        <message>
            <source>Takes</source>
            <translation>入选条件</translation>
        </message>
        <message>
            <source>touched</source>
            <translation>碰到即选</translation>
        </message>
        <message>
            <source>centre</source>
            <translation>中心在内</translation>
        </message>
        <message>
            <source>majority</source>
            <translation>过半在内</translation>
        </message>
        <message>
            <source>whole</source>
            <translation>全部在内</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>移出</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>成员随界</translation>
        </message>
        <message>
            <source>by majority</source>
            <translation>按过半</translation>
        </message>
        <message>
            <source>by centre</source>
            <translation>按中心</translation>
        </message>
        <message>
            <source>when whole</source>
            <translation>全部划入才动</translation>
        </message>
        <message>
            <source>not</source>
            <translation>不动</translation>
        </message>
        <message>
            <source>Slits up to</source>
            <translation>缝宽不超过</translation>
        </message>
        <message>
            <source>Snap</source>
            <translation>捕捉</translation>
        </message>
        <message>
            <source>Trace</source>
            <translation>描线</translation>
        </message>
    </context>
    <context>
        <name>OptionsPanel</name>
        <message>
            <source>Copy plan</source>
            <translation>另存方案</translation>
        </message>
        <message>
            <source>Freeze</source>
            <translation>定稿</translation>
        </message>
    </context>
    <context>
        <name>BottomDock</name>
        <message>
            <source>Options</source>
            <translation>方案比选</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::StrokeModel</name>
        <message>
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>new</source>
            <translation>新片区</translation>
        </message>
        <message>
            <source>%1: %2 buildings, %3 households</source>
            <translation>%1：%2 栋，%3 户</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>面积</translation>
        </message>
        <message>
            <source>ha</source>
            <translation>公顷</translation>
        </message>
        <message>
            <source>Households</source>
            <translation>户数</translation>
        </message>
        <message>
            <source>Floor area</source>
            <translation>建筑面积</translation>
        </message>
        <message>
            <source>10 000 m²</source>
            <translation>万㎡</translation>
        </message>
        <message>
            <source>Estates</source>
            <translation>小区</translation>
        </message>
        <message>
            <source>Buildings</source>
            <translation>楼栋</translation>
        </message>
        <message>
            <source>Built by 2000</source>
            <translation>2000年前占比</translation>
        </message>
        <message>
            <source>%</source>
            <translation>%</translation>
        </message>
        <message>
            <source>Compactness</source>
            <translation>紧凑度</translation>
        </message>
        <message>
            <source>Units without lift</source>
            <translation>未装电梯单元</translation>
        </message>
        <message>
            <source>Leaking roofs</source>
            <translation>屋面渗漏</translation>
        </message>
        <message>
            <source>Dangerous (C, D)</source>
            <translation>C、D级危房</translation>
        </message>
        <message>
            <source>Parking stalls</source>
            <translation>停车位</translation>
        </message>
        <message>
            <source>Ownership</source>
            <translation>产权构成</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::EditController</name>
        <message>
            <source>New district</source>
            <translation>新片区</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>面积</translation>
        </message>
        <message>
            <source>bearing %1°</source>
            <translation>方位角 %1°</translation>
        </message>
        <message>
            <source>ha</source>
            <translation>公顷</translation>
        </message>
        <message>
            <source>perimeter %1 m</source>
            <translation>周长 %1 m</translation>
        </message>
        <message>
            <source>length %1 m</source>
            <translation>全长 %1 m</translation>
        </message>
        <message>
            <source>corner</source>
            <translation>角点</translation>
        </message>
        <message>
            <source>crossing</source>
            <translation>交点</translation>
        </message>
        <message>
            <source>side</source>
            <translation>边</translation>
        </message>
        <message>
            <source>Boundary</source>
            <translation>片区界</translation>
        </message>
        <message>
            <source>Road</source>
            <translation>道路</translation>
        </message>
        <message>
            <source>Wall</source>
            <translation>围墙</translation>
        </message>
        <message>
            <source>Red line</source>
            <translation>小区红线</translation>
        </message>
        <message>
            <source>Building</source>
            <translation>楼栋</translation>
        </message>
        <message>
            <source>Water</source>
            <translation>水体</translation>
        </message>
        <message>
            <source>Administrative line</source>
            <translation>行政界线</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::AssistantController</name>
        <message numerus="yes">
            <source>%n units</source>
            <translation>
                <numerusform>%n 个单元</numerusform>
            </translation>
        </message>
        <message>
            <source>ha</source>
            <translation>公顷</translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>新归片 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>来自 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n districts would change</source>
            <translation>
                <numerusform>将变动 %n 个片区</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 in all, at most %2 possible here</source>
            <translation>共 %1 个，此处最多可成 %2 个</translation>
        </message>
        <message numerus="yes">
            <source>%n left over</source>
            <translation>
                <numerusform>未归片 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n districts taken up. Undo brings back what was.</source>
            <translation>
                <numerusform>已接受 %n 个片区，可撤销。</numerusform>
            </translation>
        </message>
        <message>
            <source>Now in %1 as %2, placed by: %3</source>
            <translation>现属 %1，角色 %2，归入方式：%3</translation>
        </message>
        <message>
            <source>Now in no district.</source>
            <translation>现未归片。</translation>
        </message>
        <message>
            <source>What merging says:</source>
            <translation>归并算法的说明：</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::OptionsController</name>
        <message numerus="yes">
            <source>%1 → %2: %n buildings differ</source>
            <translation>
                <numerusform>%1 → %2：%n 栋楼归属不同</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::LooseEndsModel</name>
        <message>
            <source>searching</source>
            <translation>正在查找</translation>
        </message>
        <message numerus="yes">
            <source>%n unassigned</source>
            <translation>
                <numerusform>未归片 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n enclaves</source>
            <translation>
                <numerusform>飞地 %n 处</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n gaps</source>
            <translation>
                <numerusform>空隙 %n 处</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n loose parts</source>
            <translation>
                <numerusform>不相连 %n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>Every unit is in a district; no enclave, no gap, no loose part.</source>
            <translation>全部单元均已归片，无飞地、空隙和不相连部分。</translation>
        </message>
    </context>
</TS>
