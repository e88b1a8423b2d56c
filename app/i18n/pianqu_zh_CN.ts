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
    </context>
    <context>
        <name>SketchCard</name>
        <message>
            <source>New district</source>
            <translation>新片区</translation>
        </message>
        <message>
            <source>Double-click or Enter finishes, Backspace takes back a corner, Esc cancels.</source>
            <translation>双击或回车完成，退格撤回一个角点，Esc 取消。</translation>
        </message>
        <message>
            <source>Click the corners of the boundary. Whole estates and single buildings inside become members.</source>
            <translation>依次点击边界角点。界内的整个小区和独栋、零星楼即成为成员。</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
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
            <source>No estate and no single building lies inside the boundary.</source>
            <translation>边界内没有小区，也没有独栋、零星楼。</translation>
        </message>
        <message>
            <source>Draw around the middle of at least one estate or single building.</source>
            <translation>请把至少一个小区或独栋楼的中心圈入边界。</translation>
        </message>
        <message>
            <source>District %1</source>
            <translation>%1片区</translation>
        </message>
        <message numerus="yes">
            <source>%1 drawn with %n buildings.</source>
            <translation>
                <numerusform>已绘制 %1，含 %n 栋楼。</numerusform>
            </translation>
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
</TS>
