<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>BookmarkPanel</name>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Name of this view</source>
            <translation>当前视图的名称</translation>
        </message>
        <message>
            <source>No bookmark yet. Move the map to a place and keep it under a name; everybody who opens the project finds it here.</source>
            <translation>还没有书签。把地图移到某处，起名保存；打开本项目的每个人都能在这里找到它。</translation>
        </message>
    </context>
    <context>
        <name>BookmarkRow</name>
        <message>
            <source>Delete the bookmark</source>
            <translation>删除书签</translation>
        </message>
    </context>
    <context>
        <name>BottomDock</name>
        <message>
            <source>Options</source>
            <translation>方案比选</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>属性表</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>任务</translation>
        </message>
    </context>
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
        <message>
            <source>Write the ledger to</source>
            <translation>台账写到</translation>
        </message>
    </context>
    <context>
        <name>DistrictPanel</name>
        <message>
            <source>Districts</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>No districts yet. Draw one, or merge old estates into districts (Ctrl+M).</source>
            <translation>还没有片区。可在图上绘制，或归并老旧小区（Ctrl+M）。</translation>
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
        <name>DropZone</name>
        <message>
            <source>Drop to look at the files; nothing is written before you say so.</source>
            <translation>松开即可预览文件；在您确认之前不会写入任何内容。</translation>
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
        <message>
            <source>Find…</source>
            <translation>查找…</translation>
        </message>
        <message>
            <source>Measure a length</source>
            <translation>量距离</translation>
        </message>
        <message>
            <source>Measure an area</source>
            <translation>量面积</translation>
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
        <message>
            <source>Import files…</source>
            <translation>导入文件…</translation>
        </message>
        <message>
            <source>New project…</source>
            <translation>新建项目…</translation>
        </message>
        <message>
            <source>Open the sample city</source>
            <translation>打开示例城市</translation>
        </message>
        <message>
            <source>Print a sheet…</source>
            <translation>出图…</translation>
        </message>
        <message>
            <source>Write the ledger…</source>
            <translation>导出台账…</translation>
        </message>
    </context>
    <context>
        <name>HelpCommands</name>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
    </context>
    <context>
        <name>ImportCard</name>
        <message>
            <source>Add files…</source>
            <translation>添加文件…</translation>
        </message>
        <message>
            <source>Data (*.shp *.gpkg *.geojson *.json *.fgb *.kml *.dxf *.tab *.mif *.osm *.pbf *.csv *.xlsx)</source>
            <translation>数据 (*.shp *.gpkg *.geojson *.json *.fgb *.kml *.dxf *.tab *.mif *.osm *.pbf *.csv *.xlsx)</translation>
        </message>
        <message>
            <source>Drop files on the window, or choose them. Nothing is written before you say so.</source>
            <translation>把文件拖到窗口上，或点下面选择。在您确认之前不会写入任何内容。</translation>
        </message>
        <message>
            <source>Files to import</source>
            <translation>要导入的文件</translation>
        </message>
        <message>
            <source>Import files</source>
            <translation>导入文件</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>正在读取…</translation>
        </message>
        <message numerus="yes">
            <source>Take %n files</source>
            <translation>
                <numerusform>导入 %n 个文件</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportLayer</name>
        <message>
            <source>%1 as %2</source>
            <translation>%1 作为 %2</translation>
        </message>
        <message>
            <source>%1: left out</source>
            <translation>%1：不采用</translation>
        </message>
        <message>
            <source>Encoding %1: %2</source>
            <translation>编码 %1：%2</translation>
        </message>
        <message>
            <source>Not kept: %1</source>
            <translation>未保留：%1</translation>
        </message>
        <message>
            <source>Rows: %1 read, %2 taken, %3 repaired, %4 refused</source>
            <translation>读到 %1 行，采用 %2 行，修复 %3 行，拒绝 %4 行</translation>
        </message>
        <message>
            <source>System %1: %2</source>
            <translation>坐标系 %1：%2</translation>
        </message>
    </context>
    <context>
        <name>ImportPreview</name>
        <message>
            <source>Coordinate system</source>
            <translation>坐标系</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>as judged</source>
            <translation>自动判断</translation>
        </message>
        <message>
            <source>as judged; or EPSG:4547, gcj02, bd09, CGCS2000 CM 115.5 FE 500000</source>
            <translation>自动判断；或填 EPSG:4547、gcj02、bd09、CGCS2000 CM 115.5 FE 500000</translation>
        </message>
    </context>
    <context>
        <name>ImportRow</name>
        <message>
            <source>Leave this file out</source>
            <translation>不导入此文件</translation>
        </message>
    </context>
    <context>
        <name>InspectorFoot</name>
        <message numerus="yes">
            <source>%n more attributes are not known.</source>
            <translation>
                <numerusform>另有 %n 项属性未知。</numerusform>
            </translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>证据等级</translation>
        </message>
        <message>
            <source>Hide what is not known</source>
            <translation>隐藏未知项</translation>
        </message>
        <message>
            <source>History</source>
            <translation>变更记录</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
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
        <message>
            <source>Bookmarks</source>
            <translation>书签</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>查找</translation>
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
        <name>MeasureOverlay</name>
        <message>
            <source>Click points; a double click ends, Backspace takes one back, Esc closes.</source>
            <translation>依次点击；双击结束，退格撤一点，Esc 关闭。</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭 (Esc)</translation>
        </message>
        <message>
            <source>on the ground %1</source>
            <translation>实地 %1</translation>
        </message>
    </context>
    <context>
        <name>MergeCard</name>
        <message>
            <source>Greatest span, m</source>
            <translation>最大跨度（米）</translation>
        </message>
        <message>
            <source>Households</source>
            <translation>户数</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>归并</translation>
        </message>
        <message>
            <source>Merge into districts</source>
            <translation>归并片区</translation>
        </message>
        <message>
            <source>Most floor area, m²</source>
            <translation>最大建筑面积（m²）</translation>
        </message>
        <message>
            <source>Old estates and single old buildings are merged; pinned districts stay as they are. Undo brings the districts of now back.</source>
            <translation>老旧小区与独栋老楼将被归并；已锁定的片区保持不变。撤销可恢复现在的片区。</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>随机种子</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
    </context>
    <context>
        <name>NewProjectCard</name>
        <message>
            <source>%1 – as the files say</source>
            <translation>%1 – 文件所示</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Coordinate system</source>
            <translation>坐标系</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Folder of the project</source>
            <translation>项目所在文件夹</translation>
        </message>
        <message>
            <source>Fund sources</source>
            <translation>资金渠道</translation>
        </message>
        <message>
            <source>Greatest span, m</source>
            <translation>最大跨度（米）</translation>
        </message>
        <message>
            <source>Households</source>
            <translation>户数</translation>
        </message>
        <message>
            <source>Make the project</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Most floor area, m²</source>
            <translation>最大建筑面积（m²）</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>New project</source>
            <translation>新建项目</translation>
        </message>
        <message>
            <source>Profile of the city: merging goes by these limits</source>
            <translation>城市参数：归并片区时采用这些限值</translation>
        </message>
        <message>
            <source>or the city's own</source>
            <translation>或城市独立坐标系</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>云梅市老旧片区改造</source>
            <translation>云梅市老旧片区改造</translation>
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
        <name>pianqu::app::BookmarkModel</name>
        <message>
            <source>Place %1</source>
            <translation>位置 %1</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::DeskController</name>
        <message>
            <source>A project needs a system in metres, not in degrees.</source>
            <translation>项目需要以米为单位的坐标系，不能是经纬度。</translation>
        </message>
        <message>
            <source>A project needs a name without “/”.</source>
            <translation>项目需要名称，且不能含“/”。</translation>
        </message>
        <message>
            <source>For example 云梅市老旧片区改造.</source>
            <translation>例如：云梅市老旧片区改造。</translation>
        </message>
        <message>
            <source>For example EPSG:4547, or “CGCS2000 CM 115.5 FE 500000” for a city's own system.</source>
            <translation>例如 EPSG:4547；城市独立坐标系写作“CGCS2000 CM 115.5 FE 500000”。</translation>
        </message>
        <message>
            <source>There is a file %1 already.</source>
            <translation>文件 %1 已存在。</translation>
        </message>
        <message>
            <source>Choose another name or folder, or open that project.</source>
            <translation>请换一个名称或文件夹，或直接打开该项目。</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::ImportController</name>
        <message>
            <source>No reader for %1.</source>
            <translation>无法读取 %1。</translation>
        </message>
        <message>
            <source>Shapefile, GeoPackage, GeoJSON, KML, DXF, MapInfo, OSM, CSV and XLSX files are taken.</source>
            <translation>可读取 Shapefile、GeoPackage、GeoJSON、KML、DXF、MapInfo、OSM、CSV、XLSX 文件。</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>%1 rows read, %2 taken, %3 refused</source>
            <translation>读到 %1 行，采用 %2 行，拒绝 %3 行</translation>
        </message>
        <message>
            <source>%1 rows read, all taken</source>
            <translation>读到 %1 行，全部采用</translation>
        </message>
        <message>
            <source>%1 files taken with %2 rows.</source>
            <translation>已导入 %1 个文件，共 %2 行。</translation>
        </message>
        <message>
            <source>%1 were in the project already.</source>
            <translation>%1 个文件此前已在项目中。</translation>
        </message>
        <message numerus="yes">
            <source>Importing %n files</source>
            <translation>
                <numerusform>正在导入 %n 个文件</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::MainJob</name>
        <message>
            <source>%1 districts, %2 units left over.</source>
            <translation>得到 %1 个片区，%2 个单元未归片。</translation>
        </message>
        <message>
            <source>Merging into districts</source>
            <translation>正在归并片区</translation>
        </message>
        <message>
            <source>%1 districts planned, %2 measures.</source>
            <translation>已规划 %1 个片区，共 %2 项措施。</translation>
        </message>
        <message>
            <source>There is no district to plan.</source>
            <translation>没有可规划的片区。</translation>
        </message>
        <message>
            <source>Planning all districts</source>
            <translation>正在规划全部片区</translation>
        </message>
        <message>
            <source>Planning %1</source>
            <translation>正在规划 %1</translation>
        </message>
        <message>
            <source>Checking the plan and the drainage</source>
            <translation>正在检查方案与排水</translation>
        </message>
        <message numerus="yes">
            <source>%n problems found.</source>
            <translation>
                <numerusform>发现 %n 个问题。</numerusform>
            </translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写出：%1</translation>
        </message>
        <message>
            <source>Writing %1</source>
            <translation>正在写出 %1</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::ProblemModel</name>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Left over</source>
            <translation>未归片</translation>
        </message>
        <message>
            <source>Drainage</source>
            <translation>排水</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Merging</source>
            <translation>归并</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::SearchModel</name>
        <message>
            <source>place</source>
            <translation>坐标</translation>
        </message>
        <message>
            <source>district</source>
            <translation>片区</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::TableModel</name>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>%1 rows</source>
            <translation>%1 行</translation>
        </message>
        <message>
            <source>%1 of %2 rows</source>
            <translation>%2 行中的 %1 行</translation>
        </message>
        <message>
            <source>%1 chosen</source>
            <translation>已选 %1 行</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::TaskModel</name>
        <message>
            <source>took %1 s</source>
            <translation>用时 %1 秒</translation>
        </message>
        <message>
            <source>stopping</source>
            <translation>正在停止</translation>
        </message>
        <message>
            <source>%1 s so far</source>
            <translation>已用 %1 秒</translation>
        </message>
        <message>
            <source>about %1 s left</source>
            <translation>约剩 %1 秒</translation>
        </message>
        <message>
            <source>about %1 min left</source>
            <translation>约剩 %1 分钟</translation>
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
        <message>
            <source>Check plan and drainage</source>
            <translation>检查方案与排水</translation>
        </message>
        <message>
            <source>Merge into districts…</source>
            <translation>归并片区…</translation>
        </message>
        <message>
            <source>Plan all districts</source>
            <translation>规划全部片区</translation>
        </message>
        <message>
            <source>Plan the chosen district</source>
            <translation>规划所选片区</translation>
        </message>
    </context>
    <context>
        <name>ProblemPanel</name>
        <message>
            <source>Check plan and drainage</source>
            <translation>检查方案与排水</translation>
        </message>
        <message>
            <source>Nothing is wrong here. The rules of the plan are checked after every edit; drainage is checked when asked.</source>
            <translation>这里没有问题。每次编辑后自动检查方案规则；排水按需检查。</translation>
        </message>
        <message>
            <source>checking…</source>
            <translation>正在检查…</translation>
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
        <name>ScaleCard</name>
        <message>
            <source>Go</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>Go to scale</source>
            <translation>设定比例尺</translation>
        </message>
    </context>
    <context>
        <name>SearchPanel</name>
        <message>
            <source>Name, code, myxq, 114.3 30.6</source>
            <translation>名称、编码、myxq、114.3 30.6</translation>
        </message>
        <message>
            <source>Nothing is called “%1”.</source>
            <translation>没有叫“%1”的要素。</translation>
        </message>
        <message>
            <source>Type a name or a part of one, a code, the first letters of the pinyin (myxq finds 梅园小区), or a coordinate: 114.3 30.6, 30.6N 114.3E gcj02, 529254 3386218 EPSG:4547.</source>
            <translation>输入名称或其一部分、编码、拼音首字母（myxq 可找到梅园小区），或坐标：114.3 30.6、30.6N 114.3E gcj02、529254 3386218 EPSG:4547。</translation>
        </message>
        <message>
            <source>looking…</source>
            <translation>正在查找…</translation>
        </message>
    </context>
    <context>
        <name>SheetCard</name>
        <message>
            <source>Choose a district in the list to print its own sheet.</source>
            <translation>在列表中选中一个片区，即可出该片区的图。</translation>
        </message>
        <message>
            <source>Choose the file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>图幅</translation>
        </message>
        <message>
            <source>Print a sheet</source>
            <translation>出图</translation>
        </message>
        <message>
            <source>Sheet of</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>专题</translation>
        </message>
        <message>
            <source>Write the sheet to</source>
            <translation>图写到</translation>
        </message>
        <message>
            <source>as it fits</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>the usual one</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>the whole city</source>
            <translation>全市</translation>
        </message>
    </context>
    <context>
        <name>ShortcutCard</name>
        <message>
            <source>Choose</source>
            <translation>选中</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Finish a drawing</source>
            <translation>完成绘制</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Leave a tool</source>
            <translation>退出工具</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>移动</translation>
        </message>
        <message>
            <source>North up</source>
            <translation>转正北向</translation>
        </message>
        <message>
            <source>On the map</source>
            <translation>地图上</translation>
        </message>
        <message>
            <source>Take back a corner</source>
            <translation>撤回一点</translation>
        </message>
        <message>
            <source>Zoom at the pointer</source>
            <translation>以指针为中心缩放</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>click</source>
            <translation>单击</translation>
        </message>
        <message>
            <source>click the arrow</source>
            <translation>单击指北针</translation>
        </message>
        <message>
            <source>double click</source>
            <translation>双击</translation>
        </message>
        <message>
            <source>drag</source>
            <translation>拖动</translation>
        </message>
        <message>
            <source>wheel</source>
            <translation>滚轮</translation>
        </message>
    </context>
    <context>
        <name>SketchCard</name>
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
            <source>50 estates, 160 buildings and their pipes, made up, merged into districts.</source>
            <translation>50 个小区、160 栋楼及其管线，虚构数据，已归并成片区。</translation>
        </message>
        <message>
            <source>A GeoPackage made by Pianqu. Everything in it is saved as it is edited.</source>
            <translation>由片区软件建立的 GeoPackage，编辑即保存。</translation>
        </message>
        <message>
            <source>Name, system, limits of the city; then drop its files in.</source>
            <translation>名称、坐标系、城市限值，然后拖入数据文件。</translation>
        </message>
        <message>
            <source>New project</source>
            <translation>新建项目</translation>
        </message>
        <message>
            <source>Or drop files here: Shapefile, GeoPackage, GeoJSON, KML, DXF, MapInfo, CSV, XLSX.</source>
            <translation>也可以把文件拖到这里：Shapefile、GeoPackage、GeoJSON、KML、DXF、MapInfo、CSV、XLSX。</translation>
        </message>
        <message>
            <source>Sample city 云梅市</source>
            <translation>示例城市 云梅市</translation>
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
        <message>
            <source>Go to scale… (Ctrl+G)</source>
            <translation>设定比例尺… (Ctrl+G)</translation>
        </message>
        <message>
            <source>Problems (F8)</source>
            <translation>问题 (F8)</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>任务</translation>
        </message>
    </context>
    <context>
        <name>TableEditor</name>
        <message numerus="yes">
            <source>Enter sets it in the %n chosen rows.</source>
            <translation>
                <numerusform>回车将写入所选 %n 行。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TablePanel</name>
        <message>
            <source>Choose all</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Choose none</source>
            <translation>取消选择</translation>
        </message>
        <message>
            <source>Chosen rows with headings, for a spreadsheet (Ctrl+C)</source>
            <translation>复制所选行及表头，可粘贴到电子表格 (Ctrl+C)</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Text, or a condition such as floors&gt;=6</source>
            <translation>文字，或条件，如 层数&gt;=6</translation>
        </message>
        <message>
            <source>sorting and filtering…</source>
            <translation>正在排序与筛选…</translation>
        </message>
    </context>
    <context>
        <name>TaskPanel</name>
        <message numerus="yes">
            <source>%n running</source>
            <translation>
                <numerusform>%n 项正在进行</numerusform>
            </translation>
        </message>
        <message>
            <source>Forget the finished</source>
            <translation>清除已完成</translation>
        </message>
        <message>
            <source>Nothing is running.</source>
            <translation>没有正在进行的任务。</translation>
        </message>
        <message>
            <source>Opening, importing, merging, planning and printing are listed here while they run. The window stays free meanwhile.</source>
            <translation>打开、导入、归并、规划、出图进行时列在这里，期间窗口可照常操作。</translation>
        </message>
    </context>
    <context>
        <name>TaskRow</name>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
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
        <message>
            <source>Drainage, parking, lifts and measures of all districts (Ctrl+Shift+P)</source>
            <translation>全部片区的排水、停车、电梯及其他措施 (Ctrl+Shift+P)</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>量测</translation>
        </message>
        <message>
            <source>Merge…</source>
            <translation>归并…</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>规划</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>出图…</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>属性表</translation>
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
        <message>
            <source>%1, row %2</source>
            <translation>%1 第 %2 行</translation>
        </message>
        <message>
            <source>evidence grade</source>
            <translation>证据等级</translation>
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
        <message>
            <source>No project is open.</source>
            <translation>没有打开的项目。</translation>
        </message>
        <message>
            <source>Stopped; nothing was changed.</source>
            <translation>已停止，未作任何更改。</translation>
        </message>
        <message>
            <source>Making %1</source>
            <translation>正在新建 %1</translation>
        </message>
        <message>
            <source>Making the sample city</source>
            <translation>正在生成示例城市</translation>
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
        <message>
            <source>Bookmarks</source>
            <translation>书签</translation>
        </message>
        <message>
            <source>Go to scale…</source>
            <translation>设定比例尺…</translation>
        </message>
        <message>
            <source>Larger type</source>
            <translation>放大字号</translation>
        </message>
        <message>
            <source>Light or dark (%1)</source>
            <translation>明暗（%1）</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Smaller type</source>
            <translation>缩小字号</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>属性表</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>as the system</source>
            <translation>随系统</translation>
        </message>
        <message>
            <source>dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>light</source>
            <translation>浅色</translation>
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
