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
            <source>Longitudinal profile</source>
            <translation>纵断面</translation>
        </message>
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
        <message>
            <source>Merge…</source>
            <translation>归并…</translation>
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
            <source>Show on the map</source>
            <translation>显示在地图上</translation>
        </message>
        <message>
            <source>It lies where it belongs; nothing is imported.</source>
            <translation>按坐标叠加显示，不导入任何内容。</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>The files are shown first; nothing is written before you say so.</source>
            <translation>先预览文件，确认前不写入任何内容。</translation>
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
        <message>
            <source>Choose by attributes or place…</source>
            <translation>按属性或位置选择…</translation>
        </message>
        <message>
            <source>Invert what is chosen</source>
            <translation>反选</translation>
        </message>
        <message>
            <source>Choose nothing</source>
            <translation>取消选择</translation>
        </message>
    </context>
    <context>
        <name>FeatureDock</name>
        <message>
            <source>Feature</source>
            <translation>要素</translation>
        </message>
        <message>
            <source>Pipes</source>
            <translation>管线</translation>
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
        <message>
            <source>Base map from an address…</source>
            <translation>按地址添加底图…</translation>
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
            <source>Take files</source>
            <translation>导入文件</translation>
        </message>
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
        <message>
            <source>Theme: which layers are shown, and how</source>
            <translation>主题：显示哪些图层、怎样显示</translation>
        </message>
        <message>
            <source>The theme as shipped</source>
            <translation>恢复主题的缺省样式</translation>
        </message>
        <message>
            <source>The project holds nothing yet. Import buildings, estates, roads and pipes, or drop their files on the window.</source>
            <translation>项目中还没有数据。请导入建筑、小区、道路和管线，或把文件拖到窗口里。</translation>
        </message>
        <message>
            <source>Import files…</source>
            <translation>导入文件…</translation>
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
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Style</source>
            <translation>样式</translation>
        </message>
        <message>
            <source>Select</source>
            <translation>选择</translation>
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
        <message>
            <source>About so many households</source>
            <translation>每片区约多少户</translation>
        </message>
        <message>
            <source>as many districts as possible</source>
            <translation>片区尽量多</translation>
        </message>
        <message>
            <source>Alike in</source>
            <translation>片区内宜相近</translation>
        </message>
        <message>
            <source>year of building</source>
            <translation>建成年代</translation>
        </message>
        <message>
            <source>who owns</source>
            <translation>产权</translation>
        </message>
        <message>
            <source>state of the houses</source>
            <translation>房屋状况</translation>
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
            <source>Make the project</source>
            <translation>新建</translation>
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
            <source>or the city's own</source>
            <translation>或城市独立坐标系</translation>
        </message>
        <message>
            <source>云梅市老旧片区改造</source>
            <translation>云梅市老旧片区改造</translation>
        </message>
        <message>
            <source>Profile of the city: what it asks of districts</source>
            <translation>城市参数：对片区的要求</translation>
        </message>
    </context>
    <context>
        <name>NorthArrow</name>
        <message>
            <source>N</source>
            <translation>北</translation>
        </message>
        <message>
            <source>Turns the map north up</source>
            <translation>地图恢复正北向上</translation>
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
        <message>
            <source>“%1” is no number.</source>
            <translation>“%1” 不是数。</translation>
        </message>
        <message>
            <source>An empty field takes the catalogue&apos;s value.</source>
            <translation>留空则取目录中的值。</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::ImportController</name>
        <message>
            <source>geometry</source>
            <translation>几何</translation>
        </message>
        <message>
            <source>easting</source>
            <translation>东坐标</translation>
        </message>
        <message>
            <source>northing</source>
            <translation>北坐标</translation>
        </message>
        <message>
            <source>longitude</source>
            <translation>经度</translation>
        </message>
        <message>
            <source>latitude</source>
            <translation>纬度</translation>
        </message>
        <message>
            <source>code of the estate</source>
            <translation>所属小区编号</translation>
        </message>
        <message>
            <source>name of the estate</source>
            <translation>所属小区名称</translation>
        </message>
        <message>
            <source>code of the building</source>
            <translation>所属楼栋编号</translation>
        </message>
        <message>
            <source>code of the stair unit</source>
            <translation>所属单元编号</translation>
        </message>
        <message>
            <source>number of the pipe node</source>
            <translation>管点点号</translation>
        </message>
        <message>
            <source>number of the first point</source>
            <translation>起点点号</translation>
        </message>
        <message>
            <source>number of the last point</source>
            <translation>终点点号</translation>
        </message>
        <message>
            <source>year of construction</source>
            <translation>建成年份</translation>
        </message>
        <message>
            <source>depth</source>
            <translation>埋深</translation>
        </message>
        <message>
            <source>pipe size</source>
            <translation>管径或断面</translation>
        </message>
        <message>
            <source>OpenStreetMap class</source>
            <translation>OpenStreetMap 类别</translation>
        </message>
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
        <message>
            <source>Profile of the city…</source>
            <translation>城市参数…</translation>
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
            <source>Checking…</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>转到此处</translation>
        </message>
        <message>
            <source>Copy the sentence</source>
            <translation>复制这句话</translation>
        </message>
        <message>
            <source>Copy all that are listed</source>
            <translation>复制列出的全部问题</translation>
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
            <source>Looking…</source>
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
            <source>As it fits</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>The usual one</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>The whole city</source>
            <translation>全市</translation>
        </message>
    </context>
    <context>
        <name>ShortcutCard</name>
        <message>
            <source>Tools beside the map</source>
            <translation>地图旁的工具</translation>
        </message>
        <message>
            <source>Select and move the map</source>
            <translation>选择与移动地图</translation>
        </message>
        <message>
            <source>Paint</source>
            <translation>涂选</translation>
        </message>
        <message>
            <source>Draw a boundary</source>
            <translation>画新片区</translation>
        </message>
        <message>
            <source>Reshape</source>
            <translation>改界</translation>
        </message>
        <message>
            <source>Corners</source>
            <translation>角点</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>拆分</translation>
        </message>
        <message>
            <source>Cut along roads</source>
            <translation>沿路切分</translation>
        </message>
        <message>
            <source>Merge a neighbour</source>
            <translation>并入相邻片区</translation>
        </message>
        <message>
            <source>Absorb a gap</source>
            <translation>吸收空隙</translation>
        </message>
        <message>
            <source>Loose ends</source>
            <translation>零散与遗漏</translation>
        </message>
        <message>
            <source>Next unassigned unit</source>
            <translation>下一个未归片单元</translation>
        </message>
        <message>
            <source>Assistant</source>
            <translation>助手</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>方案比选</translation>
        </message>
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
        <message>
            <source>What is running (F7)</source>
            <translation>正在运行的任务（F7）</translation>
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
        <message>
            <source>The city&apos;s profile is saved.</source>
            <translation>城市参数已保存。</translation>
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
            <source>Draw a line that no proposed district crosses. Enter, double or right click ends it.</source>
            <translation>画一条片区不得跨越的线。回车、双击或右键结束。</translation>
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
            <source>Merges old estates and buildings here into districts and shows what would change. Nothing is changed before you accept it.</source>
            <translation>把此范围内的老旧小区与楼栋归并成片区，并列出会有的变化；在您采纳之前不作任何更改。</translation>
        </message>
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
        <message>
            <source>Keep the present districts</source>
            <translation>保留现有片区</translation>
        </message>
        <message>
            <source>Only where a unit is new or a rule is broken anything moves</source>
            <translation>仅在有新单元或不合规则处调整</translation>
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
            <source>%n would go</source>
            <translation>
                <numerusform>%n 个片区将取消</numerusform>
            </translation>
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
    <context>
        <name>CutLineRow</name>
        <message>
            <source>Draw a cut line</source>
            <translation>画分割线</translation>
        </message>
        <message numerus="yes">
            <source>%n cut lines</source>
            <translation>
                <numerusform>分割线 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
    </context>
    <context>
        <name>said</name>
        <message>
            <source>minimum households</source>
            <translation>户数下限</translation>
        </message>
        <message>
            <source>maximum households</source>
            <translation>户数上限</translation>
        </message>
        <message>
            <source>minimum %1</source>
            <translation>%1下限</translation>
        </message>
        <message>
            <source>maximum %1</source>
            <translation>%1上限</translation>
        </message>
        <message>
            <source>households</source>
            <translation>户数</translation>
        </message>
        <message>
            <source>floor area</source>
            <translation>建筑面积</translation>
        </message>
        <message>
            <source>span</source>
            <translation>跨度</translation>
        </message>
        <message>
            <source>connection</source>
            <translation>连通</translation>
        </message>
        <message>
            <source>shape</source>
            <translation>形状</translation>
        </message>
        <message>
            <source>households %1</source>
            <translation>户数 %1</translation>
        </message>
        <message>
            <source>floor area %1</source>
            <translation>建筑面积 %1</translation>
        </message>
        <message>
            <source>%1 households</source>
            <translation>%1 户</translation>
        </message>
        <message>
            <source>%1 m2</source>
            <translation>%1 平方米</translation>
        </message>
        <message>
            <source>%1 m</source>
            <translation>%1 米</translation>
        </message>
        <message>
            <source>span %1 m</source>
            <translation>跨度 %1 米</translation>
        </message>
        <message>
            <source>left over, %1: %2</source>
            <translation>未归片（%1）：%2</translation>
        </message>
        <message>
            <source>component-below-minimum</source>
            <translation>分块户数不足</translation>
        </message>
        <message>
            <source>unit-too-big</source>
            <translation>单元超限</translation>
        </message>
        <message>
            <source>no-room</source>
            <translation>无处可归</translation>
        </message>
        <message>
            <source>too big alone</source>
            <translation>单独即超限</translation>
        </message>
        <message>
            <source>too little</source>
            <translation>不足</translation>
        </message>
        <message>
            <source>all units that it can be merged with across streets have %1</source>
            <translation>不跨道路可合并的单元合计%1</translation>
        </message>
        <message>
            <source>%1 together, below %2</source>
            <translation>共 %1，低于 %2</translation>
        </message>
        <message>
            <source>%1 alone is above %2</source>
            <translation>单独的%1超过 %2</translation>
        </message>
        <message>
            <source>no district is next to it, and its neighbours left over cannot make one under the rules</source>
            <translation>没有相邻片区，周边未归片单元按现行规则也无法成片</translation>
        </message>
        <message>
            <source>fits %1 if %2</source>
            <translation>若%2，可并入 %1</translation>
        </message>
        <message>
            <source>makes a district with what is left over around it if %1</source>
            <translation>若%1，可与周边未归片单元成片</translation>
        </message>
        <message>
            <source>the pin that keeps it apart is taken away</source>
            <translation>取消隔离它的固定关系</translation>
        </message>
        <message>
            <source>the %1 rises from %2 to %3</source>
            <translation>%1由 %2 提高到 %3</translation>
        </message>
        <message>
            <source>the maximum %1 rises from %2 to %3</source>
            <translation>%1上限由 %2 提高到 %3</translation>
        </message>
        <message>
            <source>the minimum %1 falls from %2 to %3</source>
            <translation>%1下限由 %2 降到 %3</translation>
        </message>
        <message>
            <source>with it %1 would have %2 %3, above %4</source>
            <translation>并入后 %1 的%2为 %3，超过 %4</translation>
        </message>
        <message>
            <source>with it the span of %1 would be %2, above %3</source>
            <translation>并入后 %1 的跨度为 %2，超过 %3</translation>
        </message>
        <message>
            <source>without it its district would have %1 %2, below %3</source>
            <translation>移出后原片区的%1为 %2，低于 %3</translation>
        </message>
        <message>
            <source>without it its district would fall apart</source>
            <translation>移出后原片区不再相连</translation>
        </message>
        <message>
            <source>it must not be with a unit of %1</source>
            <translation>不得与 %1 中的单元同片</translation>
        </message>
        <message>
            <source>the two districts together would be worse (cost +%1)</source>
            <translation>两个片区合计会变差（代价 +%1）</translation>
        </message>
        <message>
            <source>%1 (%2): %3; %4 households, %5 m2</source>
            <translation>%1（%2）：%3；%4 户，%5 平方米</translation>
        </message>
        <message>
            <source>%1 (%2): %3; %4 households (estimated), %5 m2</source>
            <translation>%1（%2）：%3；%4 户（估算），%5 平方米</translation>
        </message>
        <message>
            <source>in %1 by %2; it shares %3 m of boundary with it and lies %4 m from its centre</source>
            <translation>归入 %1（%2）；共边 %3 米，距片区中心 %4 米</translation>
        </message>
        <message>
            <source>seed</source>
            <translation>起始</translation>
        </message>
        <message>
            <source>grow</source>
            <translation>生长</translation>
        </message>
        <message>
            <source>absorb</source>
            <translation>吸收</translation>
        </message>
        <message>
            <source>resplit</source>
            <translation>重分</translation>
        </message>
        <message>
            <source>move</source>
            <translation>调整</translation>
        </message>
        <message>
            <source>pinned</source>
            <translation>固定</translation>
        </message>
        <message>
            <source>left</source>
            <translation>未归片</translation>
        </message>
        <message>
            <source>that district has %1, span %2 m</source>
            <translation>该片区%1，跨度 %2 米</translation>
        </message>
        <message>
            <source>that district has %1, span %2 m; its tightest rule is %3, with %4 to spare</source>
            <translation>该片区%1，跨度 %2 米；最紧的规则是%3，余量 %4</translation>
        </message>
        <message>
            <source>it adds to the cost of its district: %1</source>
            <translation>它给所在片区增加的代价：%1</translation>
        </message>
        <message>
            <source>compactness %1</source>
            <translation>紧凑度 %1</translation>
        </message>
        <message>
            <source>boundary %1</source>
            <translation>边界 %1</translation>
        </message>
        <message>
            <source>likeness %1</source>
            <translation>相似度 %1</translation>
        </message>
        <message>
            <source>target %1</source>
            <translation>目标 %1</translation>
        </message>
        <message>
            <source>no other district touches it</source>
            <translation>没有其他片区与它相邻</translation>
        </message>
        <message>
            <source>next best %1: %2</source>
            <translation>次优 %1：%2</translation>
        </message>
        <message>
            <source>next best %1 (%2): %3</source>
            <translation>次优 %1（%2）：%3</translation>
        </message>
        <message>
            <source>built %1</source>
            <translation>%1 年建成</translation>
        </message>
        <message>
            <source>%1 of %2 buildings built by the end of %3</source>
            <translation>%2 栋中有 %1 栋在 %3 年底前建成</translation>
        </message>
        <message>
            <source>%1 buildings of safety class C or D</source>
            <translation>%1 栋房屋安全等级为 C 或 D</translation>
        </message>
        <message>
            <source>most buildings are newer</source>
            <translation>多数楼栋建成较晚</translation>
        </message>
        <message>
            <source>year unknown, combined drainage</source>
            <translation>年代不详，雨污合流</translation>
        </message>
        <message>
            <source>year unknown, leaking roofs</source>
            <translation>年代不详，屋面渗漏</translation>
        </message>
        <message>
            <source>year unknown, leaking roof</source>
            <translation>年代不详，屋面渗漏</translation>
        </message>
        <message>
            <source>year unknown, tenure %1</source>
            <translation>年代不详，产权为%1</translation>
        </message>
        <message>
            <source>safety class %1</source>
            <translation>房屋安全等级 %1</translation>
        </message>
        <message>
            <source>%1 has neither a shape nor buildings with one</source>
            <translation>%1 没有图形，其楼栋也没有</translation>
        </message>
        <message>
            <source>%1: households not known, taken as %2 from %3 m2 of floor area</source>
            <translation>%1：户数不详，按 %3 平方米建筑面积估为 %2 户</translation>
        </message>
        <message>
            <source>%1: neither households nor floor area are known</source>
            <translation>%1：户数和建筑面积均不详</translation>
        </message>
        <message>
            <source>%1: no year, and no flag or tenure that tells its age</source>
            <translation>%1：没有年代，也没有可推断年代的标记或产权</translation>
        </message>
        <message>
            <source>the minimum is %1 households, because %2 in all are few</source>
            <translation>全部仅 %2 户，下限降为 %1 户</translation>
        </message>
        <message>
            <source>%1 lies on both sides of a barrier or sub-district line; it is merged on the side where most of it lies</source>
            <translation>%1 跨越分隔线或街道界；按其主体所在一侧归片</translation>
        </message>
        <message>
            <source>a building of the district reaches %1 m2 beyond its boundary, over a barrier or ground of another one</source>
            <translation>片区内有楼栋超出边界 %1 平方米，伸过分隔线或他片用地</translation>
        </message>
        <message>
            <source>the district lies in %1 parts</source>
            <translation>片区分成 %1 块</translation>
        </message>
        <message>
            <source>Merging was cancelled.</source>
            <translation>归片已取消。</translation>
        </message>
        <message>
            <source>Dividing the land was cancelled.</source>
            <translation>用地划分已取消。</translation>
        </message>
        <message>
            <source>Noding was cancelled.</source>
            <translation>线段求交已取消。</translation>
        </message>
        <message>
            <source>Dissolving was cancelled.</source>
            <translation>融合已取消。</translation>
        </message>
        <message>
            <source>Drawing the boundaries was cancelled.</source>
            <translation>绘制边界已取消。</translation>
        </message>
        <message>
            <source>Checking the boundaries was cancelled.</source>
            <translation>检查边界已取消。</translation>
        </message>
        <message>
            <source>Finding neighbours was cancelled.</source>
            <translation>查找相邻已取消。</translation>
        </message>
        <message>
            <source>Making units was cancelled.</source>
            <translation>生成单元已取消。</translation>
        </message>
        <message>
            <source>%1 was cancelled.</source>
            <translation>%1 已取消。</translation>
        </message>
        <message>
            <source>planning was stopped</source>
            <translation>规划已停止</translation>
        </message>
        <message>
            <source>There is nothing to merge: no estate or building needs renovation by the rule of year, tenure and flags.</source>
            <translation>没有可归片的对象：按年代、产权和标记的规则，没有小区或楼栋需要改造。</translation>
        </message>
        <message>
            <source>Import estates or buildings with years, or look at the leftovers of the last merge.</source>
            <translation>请导入带年代的小区或楼栋，或查看上次归片的未归片清单。</translation>
        </message>
        <message>
            <source>There is no unit %1 among what needs renovation.</source>
            <translation>需改造对象中没有单元 %1。</translation>
        </message>
        <message>
            <source>Give the code of an estate or of a scattered building; buildings of an estate go with it.</source>
            <translation>请给出小区或零散楼栋的编码；小区内的楼栋随小区。</translation>
        </message>
        <message>
            <source>there is no sub-district %1</source>
            <translation>没有街道 %1</translation>
        </message>
        <message>
            <source>import sub-districts, or draw a polygon</source>
            <translation>请导入街道界，或画一个范围</translation>
        </message>
        <message>
            <source>the city has %1</source>
            <translation>本市有 %1</translation>
        </message>
        <message>
            <source>nothing inside the area needs renovation and is free to move</source>
            <translation>范围内没有需改造且可调整的对象</translation>
        </message>
        <message>
            <source>draw a larger area, or unpin a district in it</source>
            <translation>请画更大的范围，或取消其中片区的固定</translation>
        </message>
        <message>
            <source>the proposal changes no district %1</source>
            <translation>方案没有改动片区 %1</translation>
        </message>
        <message>
            <source>see what it changes with --dry-run</source>
            <translation>用 --dry-run 查看改动</translation>
        </message>
        <message>
            <source>The boundaries are no exact coverage.</source>
            <translation>边界不能严密拼接。</translation>
        </message>
        <message>
            <source>A boundary crosses itself or another one.</source>
            <translation>有边界自相交或与其他边界相交。</translation>
        </message>
        <message>
            <source>Report this with the project; another --seed may help.</source>
            <translation>请连同项目文件反馈；换一个种子（--seed）或可避开。</translation>
        </message>
        <message>
            <source>The merge broke one of its own rules and was thrown away: %1 (%2 in all).</source>
            <translation>归片结果违反了自身规则，已作废：%1（共 %2 处）。</translation>
        </message>
        <message>
            <source>Try another seed, and report this with the project.</source>
            <translation>请换一个种子，并连同项目文件反馈。</translation>
        </message>
        <message>
            <source>barriers.csv: role %1 of %2 is not known.</source>
            <translation>barriers.csv：%2 的角色 %1 无法识别。</translation>
        </message>
        <message>
            <source>Use barrier, guide, wall or none.</source>
            <translation>请用 barrier、guide、wall 或 none。</translation>
        </message>
        <message>
            <source>Unit %1 %2.</source>
            <translation>单元 %1 %2。</translation>
        </message>
        <message>
            <source>has no position</source>
            <translation>没有位置</translation>
        </message>
        <message>
            <source>Give every unit at least one point.</source>
            <translation>每个单元至少给一个点。</translation>
        </message>
        <message>
            <source>has a position that is not a number</source>
            <translation>的位置不是数</translation>
        </message>
        <message>
            <source>Repair its geometry.</source>
            <translation>请修复其图形。</translation>
        </message>
        <message>
            <source>has the wrong number of attributes</source>
            <translation>属性个数不对</translation>
        </message>
        <message>
            <source>Give one for each rule.</source>
            <translation>每条规则给一个。</translation>
        </message>
        <message>
            <source>has %1 = %2</source>
            <translation>的%1为 %2</translation>
        </message>
        <message>
            <source>It must be 0 or more.</source>
            <translation>必须大于等于 0。</translation>
        </message>
        <message>
            <source>has no usable area or perimeter</source>
            <translation>没有可用的面积或周长</translation>
        </message>
        <message>
            <source>Give 0 when it is not known.</source>
            <translation>不详时给 0。</translation>
        </message>
        <message>
            <source>has the wrong number of traits</source>
            <translation>特征个数不对</translation>
        </message>
        <message>
            <source>All units need equally many.</source>
            <translation>所有单元的个数须一致。</translation>
        </message>
        <message>
            <source>has a trait that is not a number</source>
            <translation>有特征不是数</translation>
        </message>
        <message>
            <source>Leave the unit out, or fill in a mean.</source>
            <translation>请去掉该单元，或填平均值。</translation>
        </message>
        <message>
            <source>The bounds of %1 are not usable numbers.</source>
            <translation>%1的上下限不是可用的数。</translation>
        </message>
        <message>
            <source>Give 0 or more.</source>
            <translation>请给大于等于 0 的数。</translation>
        </message>
        <message>
            <source>The minimum of %1 is above its maximum.</source>
            <translation>%1的下限高于上限。</translation>
        </message>
        <message>
            <source>Swap them, or leave one out.</source>
            <translation>请对调，或去掉一个。</translation>
        </message>
        <message>
            <source>The target of %1 is not between its bounds.</source>
            <translation>%1的目标不在上下限之间。</translation>
        </message>
        <message>
            <source>Give one between them, above 0.</source>
            <translation>请给上下限之间且大于 0 的数。</translation>
        </message>
        <message>
            <source>The maximum span must be above 0 m.</source>
            <translation>最大跨度须大于 0 米。</translation>
        </message>
        <message>
            <source>Leave it out for no limit.</source>
            <translation>不限制时请留空。</translation>
        </message>
        <message>
            <source>Units %1 and %2 %3.</source>
            <translation>单元 %1 和 %2 %3。</translation>
        </message>
        <message>
            <source>must be together, but %1</source>
            <translation>须同片，但%1</translation>
        </message>
        <message>
            <source>must be together, but a district that stays as it is holds only one of them</source>
            <translation>须同片，但只有其中之一在保持不变的片区内</translation>
        </message>
        <message>
            <source>A pin names a unit that does not exist.</source>
            <translation>固定关系指向不存在的单元。</translation>
        </message>
        <message>
            <source>Check the pins.</source>
            <translation>请检查固定关系。</translation>
        </message>
        <message>
            <source>a district that stays as it is holds only one of them</source>
            <translation>只有其中之一在保持不变的片区内</translation>
        </message>
        <message>
            <source>Take one of the two pins away.</source>
            <translation>请取消其中一个固定。</translation>
        </message>
        <message>
            <source>are one unit, which cannot be apart from itself</source>
            <translation>是同一单元，不能与自身分开</translation>
        </message>
        <message>
            <source>Take the pin away.</source>
            <translation>请取消该固定。</translation>
        </message>
        <message>
            <source>must be apart, but are in one district that stays as it is</source>
            <translation>须分片，但同在一个保持不变的片区</translation>
        </message>
        <message>
            <source>Edge %1 leads to a unit that does not exist.</source>
            <translation>第 %1 条邻接指向不存在的单元。</translation>
        </message>
        <message>
            <source>Check the numbers in its row.</source>
            <translation>请检查该行的编号。</translation>
        </message>
        <message>
            <source>Edge %1 has no usable length.</source>
            <translation>第 %1 条邻接没有可用的长度。</translation>
        </message>
        <message>
            <source>Unit %1 occurs twice.</source>
            <translation>单元 %1 重复。</translation>
        </message>
        <message>
            <source>Give every unit its own key.</source>
            <translation>每个单元须有唯一编号。</translation>
        </message>
        <message>
            <source>The assignment has not one number for each unit.</source>
            <translation>归属没有给每个单元一个编号。</translation>
        </message>
        <message>
            <source>Give one a unit, -1 for left over.</source>
            <translation>每个单元给一个，-1 表示未归片。</translation>
        </message>
        <message>
            <source>Re-solve it first.</source>
            <translation>请先重新求解。</translation>
        </message>
        <message>
            <source>must also be apart</source>
            <translation>又须分片</translation>
        </message>
        <message>
            <source>a cut or a gap lies between them</source>
            <translation>两者之间有分隔线或空隙</translation>
        </message>
        <message>
            <source>Take the pin or the cut away.</source>
            <translation>请取消固定或分隔线。</translation>
        </message>
        <message>
            <source>are locked to two districts</source>
            <translation>被锁定到两个片区</translation>
        </message>
        <message>
            <source>Take one of the locks away.</source>
            <translation>请取消其中一个锁定。</translation>
        </message>
        <message>
            <source>the coverage cannot be simplified: %1</source>
            <translation>拼接面不能化简：%1</translation>
        </message>
        <message>
            <source>check that its polygons share their edges exactly</source>
            <translation>请检查多边形是否严格共边</translation>
        </message>
        <message>
            <source>%1 failed: %2</source>
            <translation>%1 失败：%2</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translation>未说明原因</translation>
        </message>
        <message>
            <source>coverage union</source>
            <translation>拼接面合并</translation>
        </message>
        <message>
            <source>%1; area %2 before, %3 m2 after</source>
            <translation>%1；修复前面积 %2，修复后 %3 平方米</translation>
        </message>
        <message>
            <source>repair the geometry first (pianqu check)</source>
            <translation>请先修复图形（pianqu check）</translation>
        </message>
        <message>
            <source>lines cannot be split: %1</source>
            <translation>线不能被分割：%1</translation>
        </message>
        <message>
            <source>repair the area first (pianqu check)</source>
            <translation>请先修复范围（pianqu check）</translation>
        </message>
        <message>
            <source>no ring has three distinct points</source>
            <translation>没有一个环有三个不同的点</translation>
        </message>
        <message>
            <source>draw the boundary again</source>
            <translation>请重画边界</translation>
        </message>
        <message>
            <source>nothing with an area is left after repair (%1)</source>
            <translation>修复后没有剩下有面积的图形（%1）</translation>
        </message>
        <message>
            <source>Lines cannot be noded: a coordinate is not a number.</source>
            <translation>线段无法求交：有坐标不是数。</translation>
        </message>
        <message>
            <source>Repair the geometry.</source>
            <translation>请修复图形。</translation>
        </message>
        <message>
            <source>Lines cannot be noded: they lie too far apart.</source>
            <translation>线段无法求交：相距过远。</translation>
        </message>
        <message>
            <source>Look for a point that is far away from the rest.</source>
            <translation>请找出远离其余的点。</translation>
        </message>
        <message>
            <source>Site %1 has a coordinate that is not a number.</source>
            <translation>第 %1 个用地有坐标不是数。</translation>
        </message>
        <message>
            <source>Shape %1 has a coordinate that is not a number.</source>
            <translation>第 %1 个图形有坐标不是数。</translation>
        </message>
        <message>
            <source>Draw its boundary again.</source>
            <translation>请重画其边界。</translation>
        </message>
        <message>
            <source>there is no district %1</source>
            <translation>没有片区 %1</translation>
        </message>
        <message>
            <source>make districts with pianqu merge</source>
            <translation>请先归片</translation>
        </message>
        <message>
            <source>the plan has %1</source>
            <translation>方案中有 %1</translation>
        </message>
        <message>
            <source>district %1 is pinned: %2</source>
            <translation>片区 %1 已固定：%2</translation>
        </message>
        <message>
            <source>unpin it first</source>
            <translation>请先取消固定</translation>
        </message>
        <message>
            <source>%1 is named twice</source>
            <translation>%1 重复</translation>
        </message>
        <message>
            <source>a unit belongs to one district once</source>
            <translation>一个单元只能归入一个片区一次</translation>
        </message>
        <message>
            <source>there is no estate %1 in the project</source>
            <translation>项目中没有小区 %1</translation>
        </message>
        <message>
            <source>there is no building %1 in the project</source>
            <translation>项目中没有楼栋 %1</translation>
        </message>
        <message>
            <source>see the estates with pianqu ledger</source>
            <translation>可在台账中查看小区</translation>
        </message>
        <message>
            <source>see the buildings with pianqu ledger</source>
            <translation>可在台账中查看楼栋</translation>
        </message>
        <message>
            <source>only estates and buildings can be members of a district</source>
            <translation>只有小区和楼栋可以归入片区</translation>
        </message>
        <message>
            <source>%1 belongs to %2, and estates stay whole</source>
            <translation>%1 属于 %2，小区不拆分</translation>
        </message>
        <message>
            <source>assign the estate</source>
            <translation>请指定小区</translation>
        </message>
        <message>
            <source>the boundaries would not fit together after the edit: the line runs within a millimetre of a boundary</source>
            <translation>修改后边界无法拼接：线与某条边界相距不到 1 毫米</translation>
        </message>
        <message>
            <source>draw the polygon with fewer points or away from existing corners</source>
            <translation>请少画些点，或离开已有拐点</translation>
        </message>
        <message>
            <source>the code of a district is missing or used twice: &quot;%1&quot;</source>
            <translation>片区编码缺失或重复：“%1”</translation>
        </message>
        <message>
            <source>give each district its own code</source>
            <translation>请给每个片区唯一编码</translation>
        </message>
        <message>
            <source>the boundaries of the districts overlap or do not share their edges</source>
            <translation>片区边界重叠或未共边</translation>
        </message>
        <message>
            <source>derive them together, as one coverage</source>
            <translation>请作为一个整体生成</translation>
        </message>
        <message>
            <source>the boundary of district %1 is not a polygon: %2</source>
            <translation>片区 %1 的边界不是多边形：%2</translation>
        </message>
        <message>
            <source>draw it without crossing itself</source>
            <translation>画时不要自相交</translation>
        </message>
        <message>
            <source>there is a district %1 already</source>
            <translation>已有片区 %1</translation>
        </message>
        <message>
            <source>choose another code, or leave it out</source>
            <translation>请换一个编码，或留空</translation>
        </message>
        <message>
            <source>%1 is in a district and left over</source>
            <translation>%1 既在片区内又在未归片清单中</translation>
        </message>
        <message>
            <source>the new district has no members</source>
            <translation>新片区没有成员</translation>
        </message>
        <message>
            <source>draw it around estates or buildings</source>
            <translation>请围住小区或楼栋</translation>
        </message>
        <message>
            <source>name members or draw a polygon</source>
            <translation>请指定成员或画范围</translation>
        </message>
        <message>
            <source>a district needs a name</source>
            <translation>片区需要名称</translation>
        </message>
        <message>
            <source>no members are named</source>
            <translation>没有指定成员</translation>
        </message>
        <message>
            <source>name estates or buildings by code</source>
            <translation>请按编码指定小区或楼栋</translation>
        </message>
        <message>
            <source>nothing of %1 would be left</source>
            <translation>%1 将一点不剩</translation>
        </message>
        <message>
            <source>merge the districts if that is meant</source>
            <translation>如确有此意，请合并片区</translation>
        </message>
        <message>
            <source>%1 would fall into %2 parts</source>
            <translation>%1 将分成 %2 块</translation>
        </message>
        <message>
            <source>leave a way between the parts, or split it first</source>
            <translation>请在各块间留出通路，或先拆分</translation>
        </message>
        <message>
            <source>district %1</source>
            <translation>片区 %1</translation>
        </message>
        <message>
            <source>the new district</source>
            <translation>新片区</translation>
        </message>
        <message>
            <source>no estate or building would be left in %1</source>
            <translation>%1 将没有小区或楼栋</translation>
        </message>
        <message>
            <source>leave a unit on each side of the line, or merge the districts</source>
            <translation>请在线两侧各留一个单元，或合并片区</translation>
        </message>
        <message>
            <source>the line changes nothing</source>
            <translation>这条线没有改变什么</translation>
        </message>
        <message>
            <source>draw it across the boundary</source>
            <translation>请画过边界</translation>
        </message>
        <message>
            <source>the line has fewer than two points</source>
            <translation>线不足两个点</translation>
        </message>
        <message>
            <source>draw it from one side of the boundary to the other</source>
            <translation>请从边界一侧画到另一侧</translation>
        </message>
        <message>
            <source>the line has a coordinate that is not a number</source>
            <translation>线上有坐标不是数</translation>
        </message>
        <message>
            <source>the line does not cross the boundary of %1 twice</source>
            <translation>线没有两次穿过 %1 的边界</translation>
        </message>
        <message>
            <source>begin and end the line on the other side of the boundary</source>
            <translation>请从边界另一侧起止</translation>
        </message>
        <message>
            <source>no line runs through district %1 from side to side</source>
            <translation>没有线贯穿片区 %1</translation>
        </message>
        <message>
            <source>begin and end the line outside the boundary</source>
            <translation>请在边界外起止</translation>
        </message>
        <message>
            <source>only one side of the line would hold an estate or a building</source>
            <translation>只有一侧会有小区或楼栋</translation>
        </message>
        <message>
            <source>move the line so that each side has a unit</source>
            <translation>请移动线，使两侧各有单元</translation>
        </message>
        <message>
            <source>fewer than two districts are named</source>
            <translation>指定的片区不足两个</translation>
        </message>
        <message>
            <source>name the one that stays first, then those that join it</source>
            <translation>先指定保留的，再指定并入的</translation>
        </message>
        <message>
            <source>the districts do not touch along a line: they would make one of %1 parts</source>
            <translation>片区没有沿线相接：合并后会有 %1 块</translation>
        </message>
        <message>
            <source>name the districts between them too, or reshape one until they touch</source>
            <translation>请同时指定其间的片区，或先改到相接</translation>
        </message>
        <message>
            <source>the point is in a district, not in a gap</source>
            <translation>该点在片区内，不在空隙中</translation>
        </message>
        <message>
            <source>point at ground that is nobody&apos;s</source>
            <translation>请点在无归属的用地上</translation>
        </message>
        <message>
            <source>the ground at the point is open: no districts enclose it</source>
            <translation>该点所在用地是敞开的，没有被片区围住</translation>
        </message>
        <message>
            <source>reshape the district around it, or give a greater --slit</source>
            <translation>请先改片区边界围住它，或加大 --slit</translation>
        </message>
        <message>
            <source>no estate or building that may join is inside the boundary</source>
            <translation>边界内没有可归入的小区或楼栋</translation>
        </message>
        <message>
            <source>draw it around units outside pinned districts, or let members follow by majority</source>
            <translation>请围住未固定片区的单元，或改为按多数归入</translation>
        </message>
        <message>
            <source>no estate or building is under the brush</source>
            <translation>画笔下没有小区或楼栋</translation>
        </message>
        <message>
            <source>every unit under the brush is where it should be, or in a pinned district</source>
            <translation>画笔下的单元已在该片区，或在已固定的片区</translation>
        </message>
        <message>
            <source>every unit under the brush is in a pinned district</source>
            <translation>画笔下的单元都在已固定的片区</translation>
        </message>
        <message>
            <source>paint elsewhere, or unpin the district</source>
            <translation>请涂别处，或取消片区固定</translation>
        </message>
        <message>
            <source>no unit is left in district %1</source>
            <translation>片区 %1 将没有单元</translation>
        </message>
        <message>
            <source>no unit is left in district that is new</source>
            <translation>新片区将没有单元</translation>
        </message>
        <message>
            <source>draw the line so that each part holds an estate or a building, or merge the districts</source>
            <translation>请使每部分都有小区或楼栋，或合并片区</translation>
        </message>
        <message>
            <source>%1 would be lost</source>
            <translation>%1 将丢失</translation>
        </message>
        <message>
            <source>%1 is in district %2</source>
            <translation>%1 在片区 %2 内</translation>
        </message>
        <message>
            <source>repeat the edit on the plan as it is</source>
            <translation>请在现有方案上重做</translation>
        </message>
        <message>
            <source>the boundaries would overlap or leave their shared edges</source>
            <translation>边界将重叠或脱离共边</translation>
        </message>
        <message>
            <source>move shared corners only, or draw the line anew</source>
            <translation>请只移动共用拐点，或重新画线</translation>
        </message>
        <message>
            <source>the edit names no district</source>
            <translation>该修改没有指明片区</translation>
        </message>
        <message>
            <source>the brush has no path</source>
            <translation>画笔没有轨迹</translation>
        </message>
        <message>
            <source>give a point or a line</source>
            <translation>请给一个点或一条线</translation>
        </message>
        <message>
            <source>the radius of the brush is not a positive number of metres</source>
            <translation>画笔半径不是正数（米）</translation>
        </message>
        <message>
            <source>give --radius 15, for example</source>
            <translation>例如 --radius 15</translation>
        </message>
        <message>
            <source>the place is not a point</source>
            <translation>位置不是点</translation>
        </message>
        <message>
            <source>give --at &apos;POINT(x y)&apos; in the CRS of the project</source>
            <translation>请用项目坐标系给出 --at &apos;POINT(x y)&apos;</translation>
        </message>
        <message>
            <source>no %1 of a boundary lies within %2 m of the place</source>
            <translation>该处 %2 米内没有边界的%1</translation>
        </message>
        <message>
            <source>corner</source>
            <translation>拐点</translation>
        </message>
        <message>
            <source>side</source>
            <translation>边</translation>
        </message>
        <message>
            <source>point nearer, or allow more with --within</source>
            <translation>请点得更近，或加大 --within</translation>
        </message>
        <message>
            <source>boundaries would overlap there</source>
            <translation>该处边界将重叠</translation>
        </message>
        <message>
            <source>move the corner less, or move the neighbour&apos;s boundary first</source>
            <translation>请少移一些，或先移动相邻边界</translation>
        </message>
        <message>
            <source>there is a corner at the place already</source>
            <translation>该处已有拐点</translation>
        </message>
        <message>
            <source>move that one</source>
            <translation>请移动它</translation>
        </message>
        <message>
            <source>fewer than three corners would be left</source>
            <translation>将不足三个拐点</translation>
        </message>
        <message>
            <source>remove the district instead</source>
            <translation>请改为删除片区</translation>
        </message>
        <message>
            <source>three boundaries meet in that corner</source>
            <translation>三条边界在此拐点相交</translation>
        </message>
        <message>
            <source>move it, or merge districts first</source>
            <translation>请移动它，或先合并片区</translation>
        </message>
        <message>
            <source>%1 of %2 would lie outside it</source>
            <translation>%2 的 %1 将落在其外</translation>
        </message>
        <message>
            <source>There is no unit %1.</source>
            <translation>没有单元 %1。</translation>
        </message>
        <message>
            <source>%1 is left over, straddles-cut: its group %2 lies on both sides of a cut; it fits if the group is split (--split-straddling)</source>
            <translation>%1 未归片：其所属组 %2 跨在分隔线两侧；拆分该组（--split-straddling）即可归入</translation>
        </message>
        <message>
            <source>%1, one of %2 rows of group %3</source>
            <translation>%1，组 %3 的 %2 行之一</translation>
        </message>
        <message>
            <source>Give an id of the units file.</source>
            <translation>请给单元文件中的编号。</translation>
        </message>
        <message>
            <source>A pin names the unit %1, which is not there.</source>
            <translation>固定关系指向单元 %1，但没有该单元。</translation>
        </message>
        <message>
            <source>A pin names the unit %1, whose group lies on both sides of a cut.</source>
            <translation>固定关系指向单元 %1，其所属组跨在分隔线两侧。</translation>
        </message>
        <message>
            <source>Split such groups, or take the pin away.</source>
            <translation>请拆分该组，或取消固定。</translation>
        </message>
        <message>
            <source>A pin names the district %1, which is not there.</source>
            <translation>固定关系指向片区 %1，但没有该片区。</translation>
        </message>
        <message>
            <source>Give a district of the earlier result.</source>
            <translation>请给上次结果中的片区。</translation>
        </message>
        <message>
            <source>Units %1 and %2 must be apart, but belong to one group.</source>
            <translation>单元 %1 和 %2 须分片，但同属一组。</translation>
        </message>
        <message>
            <source>Take the pin away, or split the group.</source>
            <translation>请取消固定，或拆分该组。</translation>
        </message>
        <message>
            <source>The unit %1 is locked to two districts.</source>
            <translation>单元 %1 被锁定到两个片区。</translation>
        </message>
        <message>
            <source>Take one of the two locks away.</source>
            <translation>请取消其中一个锁定。</translation>
        </message>
        <message>
            <source>District %1 is to stay as it is, but no earlier result is given.</source>
            <translation>片区 %1 要保持不变，但没有给出上次结果。</translation>
        </message>
        <message>
            <source>Give it with --from.</source>
            <translation>请用 --from 给出。</translation>
        </message>
        <message>
            <source>There is no column %1 among those that were read.</source>
            <translation>读入的列中没有 %1。</translation>
        </message>
        <message>
            <source>Ask for it when the units are read.</source>
            <translation>请在读单元时指定该列。</translation>
        </message>
        <message>
            <source>district %1 has no members</source>
            <translation>片区 %1 没有成员</translation>
        </message>
        <message>
            <source>%1 is in district %2 and in %3</source>
            <translation>%1 同在片区 %2 和 %3</translation>
        </message>
        <message>
            <source>%1 is left over and in district %2</source>
            <translation>%1 既未归片又在片区 %2</translation>
        </message>
        <message>
            <source>two districts have the code %1</source>
            <translation>两个片区的编码都是 %1</translation>
        </message>
        <message>
            <source>the boundaries overlap or do not share their edges</source>
            <translation>边界重叠或未共边</translation>
        </message>
        <message>
            <source>the boundary of district %1 crosses itself</source>
            <translation>片区 %1 的边界自相交</translation>
        </message>
        <message>
            <source>district %1 lies in %2 parts, and none of its members does</source>
            <translation>片区 %1 分成 %2 块，而其成员都没有分块</translation>
        </message>
        <message>
            <source>the boundaries overlap: their areas add up to %1 m2 more than the ground they cover</source>
            <translation>边界重叠：面积之和比覆盖的用地多 %1 平方米</translation>
        </message>
        <message>
            <source>district %1: households of %2 members are not known</source>
            <translation>片区 %1：有 %2 个成员户数不详</translation>
        </message>
        <message>
            <source>district %1 has %2 households, the limits are %3 to %4</source>
            <translation>片区 %1 有 %2 户，规则为 %3 至 %4 户</translation>
        </message>
        <message>
            <source>district %1 spans %2 m, the limit is %3 m</source>
            <translation>片区 %1 跨度 %2 米，上限 %3 米</translation>
        </message>
        <message>
            <source>%1 lies partly outside the boundary of district %2 (%3 m2)</source>
            <translation>%1 有一部分在片区 %2 边界之外（%3 平方米）</translation>
        </message>
        <message>
            <source>measure %1 belongs to no district</source>
            <translation>措施 %1 不属于任何片区</translation>
        </message>
        <message>
            <source>measure %1: inside and outside the red line do not add up to %2</source>
            <translation>措施 %1：红线内外之和不等于 %2</translation>
        </message>
        <message>
            <source>%1 lies inside district %2 and belongs to %3</source>
            <translation>%1 在片区 %2 范围内，但属于 %3</translation>
        </message>
        <message>
            <source>%1 lies inside district %2 and belongs to no district</source>
            <translation>%1 在片区 %2 范围内，但未归片</translation>
        </message>
        <message>
            <source>the working plan is called %1 already</source>
            <translation>工作方案已叫 %1</translation>
        </message>
        <message>
            <source>give the copy another name</source>
            <translation>请给副本另取名称</translation>
        </message>
        <message>
            <source>there is no option %1</source>
            <translation>没有方案 %1</translation>
        </message>
        <message>
            <source>option %1 is frozen</source>
            <translation>方案 %1 已冻结</translation>
        </message>
        <message>
            <source>copy it under another name</source>
            <translation>请另存为其他名称</translation>
        </message>
        <message>
            <source>there is an option %1 already</source>
            <translation>已有方案 %1</translation>
        </message>
        <message>
            <source>choose another name for the version</source>
            <translation>请给版本另取名称</translation>
        </message>
        <message>
            <source>option %1 is not there or frozen</source>
            <translation>方案 %1 不存在或已冻结</translation>
        </message>
        <message>
            <source>a frozen version stays</source>
            <translation>冻结的版本保持不变</translation>
        </message>
        <message>
            <source>the option has no name</source>
            <translation>方案没有名称</translation>
        </message>
        <message>
            <source>name it, e.g. 方案B</source>
            <translation>请命名，例如方案B</translation>
        </message>
        <message>
            <source>the import was stopped</source>
            <translation>导入已停止</translation>
        </message>
        <message>
            <source>files that were taken by then are in the project</source>
            <translation>此前已导入的文件在项目中</translation>
        </message>
        <message>
            <source>the values of %1 may not be changed here</source>
            <translation>此处不能修改 %1 的值</translation>
        </message>
        <message>
            <source>copy the project to a folder of your own</source>
            <translation>请把项目复制到自己的文件夹</translation>
        </message>
        <message>
            <source>a city in memory takes no files</source>
            <translation>内存中的城市不能导入文件</translation>
        </message>
        <message>
            <source>make a project first: File, New project</source>
            <translation>请先新建项目：文件—新建项目</translation>
        </message>
        <message>
            <source>the sample cannot be put in place</source>
            <translation>样例无法放到该处</translation>
        </message>
        <message>
            <source>choose another folder</source>
            <translation>请选择其他文件夹</translation>
        </message>
        <message>
            <source>stopped before it began</source>
            <translation>开始之前已停止</translation>
        </message>
        <message>
            <source>there is no %1 %2 to change</source>
            <translation>没有可修改的 %1 %2</translation>
        </message>
        <message>
            <source>read the project again</source>
            <translation>请重新读取项目</translation>
        </message>
        <message>
            <source>This table has no field &quot;%1&quot;.</source>
            <translation>该表没有字段“%1”。</translation>
        </message>
        <message>
            <source>Use a heading of the table, for example 层数&gt;=6, or a text without a sign.</source>
            <translation>请用表头名，例如 层数&gt;=6，或不带符号的文字。</translation>
        </message>
        <message>
            <source>&quot;!&quot; compares nothing.</source>
            <translation>“!”不能比较。</translation>
        </message>
        <message>
            <source>Write != for other than.</source>
            <translation>不等于请写 !=。</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no number to compare with.</source>
            <translation>“%1”不是可比较的数。</translation>
        </message>
        <message>
            <source>Write a number after %1, or = and ~ for texts.</source>
            <translation>请在 %1 后写数；文字用 = 和 ~。</translation>
        </message>
        <message>
            <source>A city in memory has no file to write from.</source>
            <translation>内存中的城市没有可写出的文件。</translation>
        </message>
        <message>
            <source>Save it as a project first.</source>
            <translation>请先保存为项目。</translation>
        </message>
        <message>
            <source>Drawing the map was stopped.</source>
            <translation>绘图已停止。</translation>
        </message>
        <message>
            <source>district</source>
            <translation>片区</translation>
        </message>
        <message>
            <source>estate</source>
            <translation>小区</translation>
        </message>
        <message>
            <source>building</source>
            <translation>楼栋</translation>
        </message>
        <message>
            <source>admin_area</source>
            <translation>街道</translation>
        </message>
        <message>
            <source>measure</source>
            <translation>措施</translation>
        </message>
        <message>
            <source>it cannot be removed</source>
            <translation>不能删除</translation>
        </message>
        <message>
            <source>merging must leave it as it is</source>
            <translation>归片须保持不变</translation>
        </message>
        <message>
            <source>nothing can join it</source>
            <translation>不能再归入</translation>
        </message>
        <message>
            <source>%1 stays in it</source>
            <translation>%1 留在其中</translation>
        </message>
        <message>
            <source>it cannot be merged</source>
            <translation>不能合并</translation>
        </message>
        <message>
            <source>it cannot be split</source>
            <translation>不能拆分</translation>
        </message>
        <message>
            <source>its boundary stays</source>
            <translation>边界保持不变</translation>
        </message>
        <message>
            <source>its members stay</source>
            <translation>成员保持不变</translation>
        </message>
        <message>
            <source>its corners stay</source>
            <translation>拐点保持不变</translation>
        </message>
        <message>
            <source>there is no such file</source>
            <translation>没有该文件</translation>
        </message>
        <message>
            <source>check the path</source>
            <translation>请检查路径</translation>
        </message>
        <message>
            <source>the file cannot be opened</source>
            <translation>文件打不开</translation>
        </message>
        <message>
            <source>check the name and the permissions</source>
            <translation>请检查文件名和权限</translation>
        </message>
        <message>
            <source>the file cannot be opened: %1</source>
            <translation>文件打不开：%1</translation>
        </message>
        <message>
            <source>it is damaged</source>
            <translation>文件已损坏</translation>
        </message>
        <message>
            <source>check it with the program that made it</source>
            <translation>请用生成它的程序检查</translation>
        </message>
        <message>
            <source>the file cannot be read</source>
            <translation>文件读不出</translation>
        </message>
        <message>
            <source>check the permissions</source>
            <translation>请检查权限</translation>
        </message>
        <message>
            <source>check the permissions and the disk</source>
            <translation>请检查权限和磁盘</translation>
        </message>
        <message>
            <source>the file may not be read</source>
            <translation>没有读取权限</translation>
        </message>
        <message>
            <source>change its permissions</source>
            <translation>请修改权限</translation>
        </message>
        <message>
            <source>the file cannot be read to its end</source>
            <translation>文件读不到结尾</translation>
        </message>
        <message>
            <source>the file cannot be read to its end: %1</source>
            <translation>文件读不到结尾：%1</translation>
        </message>
        <message>
            <source>check the disk, or copy it again</source>
            <translation>请检查磁盘，或重新复制</translation>
        </message>
        <message>
            <source>download it again</source>
            <translation>请重新下载</translation>
        </message>
        <message>
            <source>the file is damaged: %1</source>
            <translation>文件已损坏：%1</translation>
        </message>
        <message>
            <source>take the last copy</source>
            <translation>请用最近的备份</translation>
        </message>
        <message>
            <source>take the last copy, or rescue what is left with sqlite3 .recover</source>
            <translation>请用最近的备份，或用 sqlite3 .recover 抢救</translation>
        </message>
        <message>
            <source>the file is empty</source>
            <translation>文件是空的</translation>
        </message>
        <message>
            <source>the file is empty or cannot be read</source>
            <translation>文件为空或读不出</translation>
        </message>
        <message>
            <source>export it again</source>
            <translation>请重新导出</translation>
        </message>
        <message>
            <source>copy or export it again</source>
            <translation>请重新复制或导出</translation>
        </message>
        <message>
            <source>the file holds no rows</source>
            <translation>文件中没有行</translation>
        </message>
        <message>
            <source>check that the export has content</source>
            <translation>请检查导出是否有内容</translation>
        </message>
        <message>
            <source>the file has more than %1 rows</source>
            <translation>文件超过 %1 行</translation>
        </message>
        <message>
            <source>cut out the area first</source>
            <translation>请先裁出范围</translation>
        </message>
        <message>
            <source>the layer has more than %1 rows</source>
            <translation>图层超过 %1 行</translation>
        </message>
        <message>
            <source>the layer has more than %1 columns</source>
            <translation>图层超过 %1 列</translation>
        </message>
        <message>
            <source>leave out those that are not needed</source>
            <translation>请去掉不需要的列</translation>
        </message>
        <message>
            <source>import it in parts</source>
            <translation>请分批导入</translation>
        </message>
        <message>
            <source>import it in parts, as CSV</source>
            <translation>请存为 CSV 分批导入</translation>
        </message>
        <message>
            <source>the text file is larger than 4 GB</source>
            <translation>文本文件超过 4 GB</translation>
        </message>
        <message>
            <source>the sheet has too many rows</source>
            <translation>工作表行数过多</translation>
        </message>
        <message>
            <source>the part %1 of the workbook unpacks to more than a gigabyte</source>
            <translation>工作簿的 %1 解压后超过 1 GB</translation>
        </message>
        <message>
            <source>a quote is opened and never closed</source>
            <translation>引号没有闭合</translation>
        </message>
        <message>
            <source>close the quote, or double the quotes inside a cell</source>
            <translation>请闭合引号，或把单元格内的引号写两次</translation>
        </message>
        <message>
            <source>the heading &quot;%1&quot; occurs twice</source>
            <translation>表头“%1”重复</translation>
        </message>
        <message>
            <source>rename one of the two columns</source>
            <translation>请改名其中一列</translation>
        </message>
        <message>
            <source>there is no sheet &quot;%1&quot;</source>
            <translation>没有工作表“%1”</translation>
        </message>
        <message>
            <source>the workbook has: %1</source>
            <translation>工作簿有：%1</translation>
        </message>
        <message>
            <source>there is no layer &quot;%1&quot;</source>
            <translation>没有图层“%1”</translation>
        </message>
        <message>
            <source>the file has: %1</source>
            <translation>文件有：%1</translation>
        </message>
        <message>
            <source>there is no column %1</source>
            <translation>没有列 %1</translation>
        </message>
        <message>
            <source>the layer has: %1</source>
            <translation>图层有：%1</translation>
        </message>
        <message>
            <source>the workbook cannot be opened: %1</source>
            <translation>工作簿打不开：%1</translation>
        </message>
        <message>
            <source>the workbook cannot be read to its end: %1</source>
            <translation>工作簿读不到结尾：%1</translation>
        </message>
        <message>
            <source>the workbook cannot be unpacked: it is damaged</source>
            <translation>工作簿无法解压：已损坏</translation>
        </message>
        <message>
            <source>open it in the spreadsheet program and save it again</source>
            <translation>请用表格软件打开后另存</translation>
        </message>
        <message>
            <source>this is an archive and not a workbook</source>
            <translation>这是压缩包，不是工作簿</translation>
        </message>
        <message>
            <source>save the table as .xlsx</source>
            <translation>请把表格存为 .xlsx</translation>
        </message>
        <message>
            <source>the workbook has no archive directory</source>
            <translation>工作簿没有压缩目录</translation>
        </message>
        <message>
            <source>the .dbf with the attributes is missing</source>
            <translation>缺少属性文件 .dbf</translation>
        </message>
        <message>
            <source>copy the .dbf beside it</source>
            <translation>请把 .dbf 放在旁边</translation>
        </message>
        <message>
            <source>the .shx index is missing</source>
            <translation>缺少索引文件 .shx</translation>
        </message>
        <message>
            <source>copy the .shx beside it</source>
            <translation>请把 .shx 放在旁边</translation>
        </message>
        <message>
            <source>the index of the Shapefile is truncated or damaged</source>
            <translation>Shapefile 索引被截断或损坏</translation>
        </message>
        <message>
            <source>the Shapefile is truncated: it claims %1 bytes and holds %2</source>
            <translation>Shapefile 被截断：应有 %1 字节，实有 %2</translation>
        </message>
        <message>
            <source>the .shx counts %1 shapes and the .dbf %2 rows: they do not belong together</source>
            <translation>.shx 有 %1 个图形而 .dbf 有 %2 行：两者不配套</translation>
        </message>
        <message>
            <source>export the Shapefile again</source>
            <translation>请重新导出 Shapefile</translation>
        </message>
        <message>
            <source>the table is empty</source>
            <translation>表是空的</translation>
        </message>
        <message>
            <source>the table has no header</source>
            <translation>表没有文件头</translation>
        </message>
        <message>
            <source>the header of the table is damaged</source>
            <translation>表的文件头已损坏</translation>
        </message>
        <message>
            <source>the table is truncated: it claims %1 rows and holds %2</source>
            <translation>表被截断：应有 %1 行，实有 %2</translation>
        </message>
        <message>
            <source>the file breaks off after row %1: %2</source>
            <translation>文件在第 %1 行后中断：%2</translation>
        </message>
        <message>
            <source>the layer breaks off after row %1: %2</source>
            <translation>图层在第 %1 行后中断：%2</translation>
        </message>
        <message>
            <source>this is not a %1</source>
            <translation>这不是 %1</translation>
        </message>
        <message>
            <source>this is not a %1: by its first bytes it is %2</source>
            <translation>这不是 %1：从文件头看是 %2</translation>
        </message>
        <message>
            <source>check the file, or export it again</source>
            <translation>请检查文件，或重新导出</translation>
        </message>
        <message>
            <source>this is a folder</source>
            <translation>这是文件夹</translation>
        </message>
        <message>
            <source>a file geodatabase is a folder, this is a file</source>
            <translation>文件地理数据库应是文件夹，这是文件</translation>
        </message>
        <message>
            <source>name the file</source>
            <translation>请指定文件</translation>
        </message>
        <message>
            <source>binary DXF is not read</source>
            <translation>不读二进制 DXF</translation>
        </message>
        <message>
            <source>save the drawing as ASCII DXF</source>
            <translation>请把图存为 ASCII DXF</translation>
        </message>
        <message>
            <source>this is not a DXF: it has no sections</source>
            <translation>这不是 DXF：没有段</translation>
        </message>
        <message>
            <source>only files on this machine are read</source>
            <translation>只读本机文件</translation>
        </message>
        <message>
            <source>download the file and import the copy</source>
            <translation>请下载后导入</translation>
        </message>
        <message>
            <source>the file has %1 features, of which %2 are not GeoJSON features</source>
            <translation>文件有 %1 个要素，其中 %2 个不是 GeoJSON 要素</translation>
        </message>
        <message>
            <source>check it with a GeoJSON validator</source>
            <translation>请用 GeoJSON 校验工具检查</translation>
        </message>
        <message>
            <source>the layer was imported before, at %1</source>
            <translation>该图层已于 %1 导入过</translation>
        </message>
        <message>
            <source>nothing needs to be done</source>
            <translation>无需再做</translation>
        </message>
        <message>
            <source>none of the %1 rows can be taken%2</source>
            <translation>%1 行均不能导入%2</translation>
        </message>
        <message>
            <source>none of the %1 rows can be taken</source>
            <translation>%1 行均不能导入</translation>
        </message>
        <message>
            <source>check --as and --layer, or look at the file in a viewer</source>
            <translation>请检查所选类型和图层，或用查看器看看文件</translation>
        </message>
        <message>
            <source>what this layer holds is not proven: %1</source>
            <translation>无法确定该图层的内容：%1</translation>
        </message>
        <message>
            <source>say it by --as, one of: %1</source>
            <translation>请指定类型，可选：%1</translation>
        </message>
        <message>
            <source>--map names the heading &quot;%1&quot;, which the file does not have</source>
            <translation>映射的表头“%1”文件中没有</translation>
        </message>
        <message>
            <source>it has: %1</source>
            <translation>有：%1</translation>
        </message>
        <message>
            <source>a row is there already: %1</source>
            <translation>已有该行：%1</translation>
        </message>
        <message>
            <source>import the same rows only once</source>
            <translation>同样的行只导入一次</translation>
        </message>
        <message>
            <source>nothing can be imported into a table &quot;%1&quot;</source>
            <translation>不能导入到表“%1”</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not an encoding that is known</source>
            <translation>“%1”不是已知的编码</translation>
        </message>
        <message>
            <source>use UTF-8, GB18030, BIG5 or a name that iconv knows</source>
            <translation>请用 UTF-8、GB18030、BIG5 或 iconv 支持的名称</translation>
        </message>
        <message>
            <source>say which one by --encoding GB18030, --encoding BIG5 or another name that iconv knows</source>
            <translation>请指定编码：GB18030、BIG5 或 iconv 支持的其他名称</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is neither a geographic nor a projected system</source>
            <translation>“%1”既不是地理坐标系也不是投影坐标系</translation>
        </message>
        <message>
            <source>use EPSG:4547, WKT or a PROJ string of such a system</source>
            <translation>请用 EPSG:4547、WKT 或 PROJ 字符串</translation>
        </message>
        <message>
            <source>the central meridian %1 is not in China</source>
            <translation>中央经线 %1 不在中国范围</translation>
        </message>
        <message>
            <source>give degrees of longitude, such as CM 115.5</source>
            <translation>请给经度，例如 CM 115.5</translation>
        </message>
        <message>
            <source>the middle of the content has no longitude: %1</source>
            <translation>内容中心没有经度：%1</translation>
        </message>
        <message>
            <source>say the system by --crs</source>
            <translation>请指定坐标系</translation>
        </message>
        <message>
            <source>say the true system by --crs</source>
            <translation>请指定真实坐标系</translation>
        </message>
        <message>
            <source>transform the file by the parameters that the surveying office keeps, or accept the error with --accept-ballpark</source>
            <translation>请用测绘部门的参数转换文件，或接受近似误差</translation>
        </message>
        <message>
            <source>the file is probably in millimetres: scale it to metres and export it again</source>
            <translation>文件单位可能是毫米：请换算为米后重新导出</translation>
        </message>
        <message>
            <source>no way from %1 to %2: %3</source>
            <translation>无法从 %1 转换到 %2：%3</translation>
        </message>
        <message>
            <source>the plan was changed by another program meanwhile</source>
            <translation>方案同时被其他程序修改</translation>
        </message>
        <message>
            <source>the plan in the file is not the one that was edited</source>
            <translation>文件中的方案不是所编辑的那个</translation>
        </message>
        <message>
            <source>read the project again and repeat the edit</source>
            <translation>请重新读取项目后重做</translation>
        </message>
        <message>
            <source>the row in the file is not the one that was edited</source>
            <translation>文件中的行不是所编辑的那行</translation>
        </message>
        <message>
            <source>there is a file of this name already</source>
            <translation>已有同名文件</translation>
        </message>
        <message>
            <source>choose another name, or remove it</source>
            <translation>请换名，或删除它</translation>
        </message>
        <message>
            <source>another program is writing to the project: %1</source>
            <translation>其他程序正在写入项目：%1</translation>
        </message>
        <message>
            <source>try again when it is done</source>
            <translation>请等它完成后再试</translation>
        </message>
        <message>
            <source>the disk is full or cannot be written: %1</source>
            <translation>磁盘已满或不能写入：%1</translation>
        </message>
        <message>
            <source>the file is read-only</source>
            <translation>文件只读</translation>
        </message>
        <message>
            <source>the file is read-only: %1</source>
            <translation>文件只读：%1</translation>
        </message>
        <message>
            <source>copy it to a folder of your own</source>
            <translation>请复制到自己的文件夹</translation>
        </message>
        <message>
            <source>copy it to a place of your own, or change its permissions</source>
            <translation>请复制到自己的位置，或修改权限</translation>
        </message>
        <message>
            <source>the folder of the file is read-only, and changes need a journal beside the file</source>
            <translation>文件所在文件夹只读，修改时需要在旁边写日志</translation>
        </message>
        <message>
            <source>copy the file to a folder of your own</source>
            <translation>请把文件复制到自己的文件夹</translation>
        </message>
        <message>
            <source>the folder cannot be written</source>
            <translation>文件夹不能写入</translation>
        </message>
        <message>
            <source>the project was opened for reading only</source>
            <translation>项目以只读方式打开</translation>
        </message>
        <message>
            <source>open it for writing</source>
            <translation>请以可写方式打开</translation>
        </message>
        <message>
            <source>cannot create a file here: %1</source>
            <translation>此处不能创建文件：%1</translation>
        </message>
        <message>
            <source>cannot create a file here</source>
            <translation>此处不能创建文件</translation>
        </message>
        <message>
            <source>check that the folder exists and can be written</source>
            <translation>请检查文件夹是否存在且可写</translation>
        </message>
        <message>
            <source>check the free space</source>
            <translation>请检查剩余空间</translation>
        </message>
        <message>
            <source>the project cannot be put in place: %1</source>
            <translation>项目无法放到该处：%1</translation>
        </message>
        <message>
            <source>the file is not a GeoPackage</source>
            <translation>文件不是 GeoPackage</translation>
        </message>
        <message>
            <source>the file cannot be opened as a GeoPackage: %1</source>
            <translation>不能作为 GeoPackage 打开：%1</translation>
        </message>
        <message>
            <source>name a project that pianqu made</source>
            <translation>请选择片区软件生成的项目</translation>
        </message>
        <message>
            <source>the GeoPackage is not a project of pianqu</source>
            <translation>该 GeoPackage 不是片区项目</translation>
        </message>
        <message>
            <source>import it into a project: %1</source>
            <translation>请导入到项目：%1</translation>
        </message>
        <message>
            <source>the project does not say which version it is</source>
            <translation>项目没有版本标记</translation>
        </message>
        <message>
            <source>the project has no table %1</source>
            <translation>项目没有表 %1</translation>
        </message>
        <message>
            <source>open it for writing once, so that it is brought up to date</source>
            <translation>请以可写方式打开一次，使其升级</translation>
        </message>
        <message>
            <source>the CRS of the project cannot be read: %1</source>
            <translation>项目坐标系读不出：%1</translation>
        </message>
        <message>
            <source>a project needs a CRS in metres, and %1 is in degrees</source>
            <translation>项目需要以米为单位的坐标系，而 %1 以度为单位</translation>
        </message>
        <message>
            <source>the journal does not say which values were there</source>
            <translation>日志没有记录原值</translation>
        </message>
        <message>
            <source>run pianqu check</source>
            <translation>请运行检查</translation>
        </message>
        <message>
            <source>the stored option is not readable</source>
            <translation>保存的方案读不出</translation>
        </message>
        <message>
            <source>take it from a backup</source>
            <translation>请从备份恢复</translation>
        </message>
        <message>
            <source>a table of the catalogue is missing: %1</source>
            <translation>缺少目录表：%1</translation>
        </message>
        <message>
            <source>set PIANQU_DATA to the folder data of the installation</source>
            <translation>请把 PIANQU_DATA 设为安装目录下的 data</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is neither yes nor no for %2</source>
            <translation>“%1”对%2既不是“是”也不是“否”</translation>
        </message>
        <message>
            <source>type 是 or 否, yes or no</source>
            <translation>请填 是 或 否</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no date for %2</source>
            <translation>“%1”不是%2的日期</translation>
        </message>
        <message>
            <source>write it as 2026-03-01</source>
            <translation>请写成 2026-03-01</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no number for %2</source>
            <translation>“%1”不是%2的数</translation>
        </message>
        <message>
            <source>type digits, with a point for decimals</source>
            <translation>请填数字，小数用点</translation>
        </message>
        <message>
            <source>type digits, with a point for decimals, in %1</source>
            <translation>请填数字，小数用点，单位 %1</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not in the dictionary of %2</source>
            <translation>“%1”不在%2的字典中</translation>
        </message>
        <message>
            <source>take one of: %1</source>
            <translation>可选：%1</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not a value for %2</source>
            <translation>“%1”不能作为%2的值</translation>
        </message>
        <message>
            <source>give a number</source>
            <translation>请给数</translation>
        </message>
        <message>
            <source>give a whole number</source>
            <translation>请给整数</translation>
        </message>
        <message>
            <source>%1 is a whole number, not %2</source>
            <translation>%1 须为整数，不是 %2</translation>
        </message>
        <message>
            <source>leave the decimals out</source>
            <translation>请去掉小数</translation>
        </message>
        <message>
            <source>%1 is outside of what %2 can be: %3 to %4</source>
            <translation>%1 超出%2的范围：%3 至 %4</translation>
        </message>
        <message>
            <source>there is no field &quot;%1&quot;</source>
            <translation>没有字段“%1”</translation>
        </message>
        <message>
            <source>fields: %1</source>
            <translation>字段：%1</translation>
        </message>
        <message>
            <source>the filter cannot be read at letter %1: %2</source>
            <translation>筛选条件第 %1 个字符处读不懂：%2</translation>
        </message>
        <message>
            <source>the text that begins at letter %1 does not end</source>
            <translation>从第 %1 个字符开始的文字没有结束</translation>
        </message>
        <message>
            <source>%1 repeated points dropped</source>
            <translation>删去 %1 个重复点</translation>
        </message>
        <message>
            <source>the ring did not end where it began; its first point was added at the end</source>
            <translation>环没有闭合；已在末尾补上首点</translation>
        </message>
        <message>
            <source>nothing of it can be drawn: %1</source>
            <translation>没有可显示的图形：%1</translation>
        </message>
        <message>
            <source>repair or simplify the shapes in the program that made them</source>
            <translation>请在原软件中修复或简化图形</translation>
        </message>
        <message>
            <source>the file holds no shapes to show</source>
            <translation>文件中没有可显示的图形</translation>
        </message>
        <message>
            <source>tables without shapes are imported</source>
            <translation>没有图形的表格请导入</translation>
        </message>
        <message>
            <source>the geometry has more than %1 points</source>
            <translation>图形的顶点超过 %1 个</translation>
        </message>
        <message>
            <source>reading was stopped</source>
            <translation>读取已停止</translation>
        </message>
        <message>
            <source>read it again</source>
            <translation>请重新读取</translation>
        </message>
        <message>
            <source>all text is ASCII</source>
            <translation>文字全为 ASCII</translation>
        </message>
        <message>
            <source>every byte is valid UTF-8, with characters beyond ASCII</source>
            <translation>每个字节均为合法 UTF-8，且含 ASCII 以外的字符</translation>
        </message>
        <message>
            <source>%1 of %2 characters are everyday ones in %3</source>
            <translation>%2 个字符中 %1 为 %3 的常用字</translation>
        </message>
        <message>
            <source>%1 of %2 characters are everyday ones in %3, %4 in %5</source>
            <translation>%2 个字符中 %1 为 %3 的常用字，%4 为 %5</translation>
        </message>
        <message>
            <source>%1 of %2 characters are everyday ones in %3; %4 says so too</source>
            <translation>%2 个字符中 %1 为 %3 的常用字；%4也如此标明</translation>
        </message>
        <message>
            <source>%1 says so, and %2 of %3 characters are everyday ones in %4</source>
            <translation>%1如此标明，且 %3 个字符中 %2 为 %4 的常用字</translation>
        </message>
        <message>
            <source>%1 says so, and every byte is valid in it</source>
            <translation>%1如此标明，且每个字节均合法</translation>
        </message>
        <message>
            <source>%1; %2 says %3, which the bytes contradict</source>
            <translation>%1；%2标明 %3，与字节不符</translation>
        </message>
        <message>
            <source>%1 says %2, which the bytes contradict</source>
            <translation>%1标明 %2，与字节不符</translation>
        </message>
        <message>
            <source>the encoding of the text is not proven: as GB18030 it begins &quot;%1&quot;, as Big5 &quot;%2&quot;</source>
            <translation>文字编码无法确定：按 GB18030 开头为“%1”，按 Big5 为“%2”</translation>
        </message>
        <message>
            <source>the .cpg</source>
            <translation>.cpg 文件</translation>
        </message>
        <message>
            <source>$DWGCODEPAGE</source>
            <translation>$DWGCODEPAGE 变量</translation>
        </message>
        <message>
            <source>the language mark of the .dbf</source>
            <translation>.dbf 语言标记</translation>
        </message>
        <message>
            <source>the byte order mark at its start</source>
            <translation>文件开头的字节顺序标记</translation>
        </message>
        <message>
            <source>given by --encoding</source>
            <translation>人工指定</translation>
        </message>
        <message>
            <source>%1 bytes are not valid %2 and were replaced by �</source>
            <translation>%1 个字节不是合法的 %2，已用 � 代替</translation>
        </message>
        <message>
            <source>XLSX is UTF-8 by its standard</source>
            <translation>按标准，XLSX 为 UTF-8</translation>
        </message>
        <message>
            <source>%1 is UTF-8 by its standard</source>
            <translation>按标准，%1 为 UTF-8</translation>
        </message>
        <message>
            <source>as declared</source>
            <translation>按文件声明</translation>
        </message>
        <message>
            <source>the file&apos;s own charset line</source>
            <translation>文件自带的字符集声明</translation>
        </message>
        <message>
            <source>%1 is UTF-8, and every byte is valid UTF-8</source>
            <translation>%1 为 UTF-8，每个字节均为合法 UTF-8</translation>
        </message>
        <message>
            <source>%1 is UTF-8 whatever $DWGCODEPAGE %2 says, and every byte is valid UTF-8</source>
            <translation>%1 为 UTF-8（不论 $DWGCODEPAGE 为 %2），每个字节均为合法 UTF-8</translation>
        </message>
        <message>
            <source>%1; %2 should be UTF-8 and is not</source>
            <translation>%1；%2 应为 UTF-8，实际不是</translation>
        </message>
        <message>
            <source>%1 should be UTF-8 and is not</source>
            <translation>%1 应为 UTF-8，实际不是</translation>
        </message>
        <message>
            <source>given by --crs</source>
            <translation>人工指定</translation>
        </message>
        <message>
            <source>--crs</source>
            <translation>--crs 参数</translation>
        </message>
        <message>
            <source>declared by %1</source>
            <translation>声明来源：%1</translation>
        </message>
        <message>
            <source>%1, and the numbers agree (%2 and %3)</source>
            <translation>%1，坐标数值与之相符（%2，%3）</translation>
        </message>
        <message>
            <source>the .prj</source>
            <translation>.prj 文件</translation>
        </message>
        <message>
            <source>the crs member</source>
            <translation>crs 成员</translation>
        </message>
        <message>
            <source>the layer</source>
            <translation>图层</translation>
        </message>
        <message>
            <source>the %1 standard</source>
            <translation>%1 标准</translation>
        </message>
        <message>
            <source>read in the project&apos;s system the content lies where the project&apos;s does (%1 and %2), and the numbers agree (%3 and %4)</source>
            <translation>按项目坐标系读取，内容与项目数据位置一致（%1，%2），坐标数值相符（%3，%4）</translation>
        </message>
        <message>
            <source>read in the project&apos;s system the content lies where the project&apos;s does (%1 and %2); northing comes first, and the numbers agree (%3 and %4)</source>
            <translation>按项目坐标系读取，内容与项目数据位置一致（%1，%2）；北坐标在前，坐标数值相符（%3，%4）</translation>
        </message>
        <message>
            <source>%1 says %2, but the numbers are %3 and %4, which are not degrees</source>
            <translation>%1标明 %2，但数值为 %3 和 %4，不是经纬度</translation>
        </message>
        <message>
            <source>%1 says %2, but the numbers are %3 and %4, which are degrees</source>
            <translation>%1标明 %2，但数值为 %3 和 %4，是经纬度</translation>
        </message>
        <message>
            <source>%1 says %2, but the numbers are %3 and %4, a hundred or a thousand times those of a grid in metres</source>
            <translation>%1标明 %2，但数值为 %3 和 %4，是以米为单位坐标的一百倍或一千倍</translation>
        </message>
        <message>
            <source>%1 says %2, but the numbers are %3 and %4: the zone number %5 has another central meridian</source>
            <translation>%1标明 %2，但数值为 %3 和 %4：带号 %5 的中央子午线与之不同</translation>
        </message>
        <message>
            <source>%1 says %2, but the numbers are %3 and %4, without the zone number that this system has</source>
            <translation>%1标明 %2，但数值为 %3 和 %4，缺少该坐标系应有的带号</translation>
        </message>
        <message>
            <source>say the true system by --crs, such as --crs EPSG:4547 or --crs &quot;CGCS2000 CM 115.5 FE 500000&quot;</source>
            <translation>请用 --crs 指定实际坐标系，如 --crs EPSG:4547 或 --crs &quot;CGCS2000 CM 115.5 FE 500000&quot;</translation>
        </message>
        <message>
            <source>say the true system by --crs: EPSG:4490, EPSG:4326, gcj02 or bd09</source>
            <translation>请用 --crs 指定实际坐标系：EPSG:4490、EPSG:4326、gcj02 或 bd09</translation>
        </message>
        <message>
            <source>say the system without zone number by --crs, such as %1</source>
            <translation>请用 --crs 指定不带带号的坐标系，如 %1</translation>
        </message>
        <message>
            <source>latitude comes first: %1; they were exchanged</source>
            <translation>纬度在前：%1；已对调</translation>
        </message>
        <message>
            <source>northing comes first: %1; they were exchanged</source>
            <translation>北坐标在前：%1；已对调</translation>
        </message>
        <message>
            <source>the eastings carry the zone number %1, which %2 does not; it was taken off</source>
            <translation>东坐标带有带号 %1，而 %2 没有；已去掉</translation>
        </message>
        <message>
            <source>from %1 (%2) only a ballpark operation leads to CGCS2000: positions may be wrong by up to about 150 m</source>
            <translation>由 %1（%2）到 CGCS2000 只有粗略转换：位置误差可达约 150 米</translation>
        </message>
        <message>
            <source>from %1 (%2) only a ballpark operation leads to CGCS2000: positions may be wrong by up to about 150 m; accepted by --accept-ballpark</source>
            <translation>由 %1（%2）到 CGCS2000 只有粗略转换：位置误差可达约 150 米；已用 --accept-ballpark 认可</translation>
        </message>
        <message>
            <source>the coordinate system is not proven: the numbers are %1 and %2 (%3)</source>
            <translation>坐标系无法确定：数值为 %1 和 %2（%3）</translation>
        </message>
        <message>
            <source>the coordinate system is not proven: the numbers are %1 and %2 (%3); read in the project&apos;s %4 they do not lie near what the project holds (%5 and %6)</source>
            <translation>坐标系无法确定：数值为 %1 和 %2（%3）；按项目的 %4 读取，不在项目数据（%5，%6）附近</translation>
        </message>
        <message>
            <source>say by --crs what the degrees are of: EPSG:4490 (CGCS2000), EPSG:4326 (WGS 84, GPS), gcj02 (Gaode, Tencent), bd09 (Baidu); they differ by some 500 m</source>
            <translation>请用 --crs 指明经纬度的来源：EPSG:4490（CGCS2000）、EPSG:4326（WGS 84，GPS）、gcj02（高德、腾讯）、bd09（百度）；彼此相差约 500 米</translation>
        </message>
        <message>
            <source>say the central meridian by --crs, such as EPSG:4547 (CGCS2000, 114°E), EPSG:4548 (117°E) or a local system: &quot;CGCS2000 CM 115.5 FE 500000&quot;</source>
            <translation>请用 --crs 指定中央子午线，如 EPSG:4547（CGCS2000，114°E）、EPSG:4548（117°E）或地方坐标系 &quot;CGCS2000 CM 115.5 FE 500000&quot;</translation>
        </message>
        <message>
            <source>say the datum by --crs: %1 (CGCS2000), %2 (Xi&apos;an 1980), %3 (Beijing 1954)</source>
            <translation>请用 --crs 指定大地基准：%1（CGCS2000）、%2（西安 1980）、%3（北京 1954）</translation>
        </message>
        <message>
            <source>say --crs EPSG:3857 if these are Web Mercator metres</source>
            <translation>若为 Web 墨卡托坐标（米），请指定 --crs EPSG:3857</translation>
        </message>
        <message>
            <source>say the system by --crs EPSG:code, WKT or &quot;CGCS2000 CM 115.5 FE 500000&quot;</source>
            <translation>请用 --crs 指定坐标系：EPSG 代码、WKT 或 &quot;CGCS2000 CM 115.5 FE 500000&quot;</translation>
        </message>
        <message>
            <source>%1..%2 are degrees of longitude and %3..%4 degrees of latitude in China</source>
            <translation>%1 至 %2 为中国范围内的经度，%3 至 %4 为纬度</translation>
        </message>
        <message>
            <source>eastings %1..%2 have six digits, so no zone number; northings %3..%4</source>
            <translation>东坐标 %1 至 %2 为六位数，不带带号；北坐标 %3 至 %4</translation>
        </message>
        <message>
            <source>eastings %1..%2 have eight digits and begin with the zone number %3; northings from %4</source>
            <translation>东坐标 %1 至 %2 为八位数，以带号 %3 开头；北坐标自 %4 起</translation>
        </message>
        <message>
            <source>%1..%2 and %3..%4 are Web Mercator metres in China</source>
            <translation>%1 至 %2 与 %3 至 %4 为中国范围内的 Web 墨卡托坐标（米）</translation>
        </message>
        <message>
            <source>%1..%2 and %3..%4 fit no system used in China</source>
            <translation>%1 至 %2 与 %3 至 %4 不符合中国使用的任何坐标系</translation>
        </message>
        <message>
            <source>%1; the first number is the northing or latitude</source>
            <translation>%1；第一个数是北坐标或纬度</translation>
        </message>
        <message>
            <source>the first number is the northing or latitude</source>
            <translation>第一个数是北坐标或纬度</translation>
        </message>
        <message>
            <source>the system of the first file</source>
            <translation>首个文件的坐标系</translation>
        </message>
        <message>
            <source>the CGCS2000 3-degree zone around the first file</source>
            <translation>首个文件所在的 CGCS2000 三度带</translation>
        </message>
        <message>
            <source>judged from %1</source>
            <translation>判断依据：%1</translation>
        </message>
        <message>
            <source>its headings</source>
            <translation>表头</translation>
        </message>
        <message>
            <source>the name &quot;%1&quot;</source>
            <translation>名称“%1”</translation>
        </message>
        <message>
            <source>%1; the name &quot;%2&quot;</source>
            <translation>%1；名称“%2”</translation>
        </message>
        <message>
            <source>%1 (%2; the name &quot;%3&quot;); %4</source>
            <translation>%1（%2；名称“%3”）；%4</translation>
        </message>
        <message>
            <source>%1 (the name &quot;%2&quot;); %3</source>
            <translation>%1（名称“%2”）；%3</translation>
        </message>
        <message>
            <source>%1 (its headings); %2</source>
            <translation>%1（表头）；%2</translation>
        </message>
        <message>
            <source>%1 (%2; the name &quot;%3&quot;)</source>
            <translation>%1（%2；名称“%3”）</translation>
        </message>
        <message>
            <source>%1 (the name &quot;%2&quot;)</source>
            <translation>%1（名称“%2”）</translation>
        </message>
        <message>
            <source>%1 (its headings)</source>
            <translation>%1（表头）</translation>
        </message>
        <message>
            <source>nothing in its headings or name says</source>
            <translation>表头和名称均无线索</translation>
        </message>
        <message>
            <source>given by --as</source>
            <translation>人工指定</translation>
        </message>
        <message>
            <source>there is no kind &quot;%1&quot;</source>
            <translation>没有类别“%1”</translation>
        </message>
        <message>
            <source>--as takes one of: %1</source>
            <translation>--as 可取：%1</translation>
        </message>
        <message>
            <source>given by --map</source>
            <translation>人工指定</translation>
        </message>
        <message>
            <source>%1 is taken from another heading</source>
            <translation>%1 已取自另一表头</translation>
        </message>
        <message>
            <source>heading cut short by the Shapefile</source>
            <translation>表头被 Shapefile 截断</translation>
        </message>
        <message>
            <source>from %1 to %2</source>
            <translation>由 %1 换算为 %2</translation>
        </message>
        <message>
            <source>the layer has no rows</source>
            <translation>图层没有行</translation>
        </message>
        <message>
            <source>no heading of the sheet is known and it has one column: it is text, not a table</source>
            <translation>工作表没有可识别的表头且只有一列：是文字，不是表格</translation>
        </message>
        <message>
            <source>%1 rows</source>
            <translation>%1 行</translation>
        </message>
        <message>
            <source>%1 texts gave their storeys to the houses that they stand in</source>
            <translation>%1 处文字已作为层数赋给所在房屋</translation>
        </message>
        <message>
            <source>the CAD layer is not the one chosen by --layer</source>
            <translation>该 CAD 图层不是 --layer 所选</translation>
        </message>
        <message>
            <source>%1 rows: what the CAD layer &quot;%2&quot; holds is not known; choose it by --layer and --as, or add it to dxf_layers.csv</source>
            <translation>%1 行：CAD 图层“%2”的内容无法判断；请用 --layer 和 --as 指定，或加入 dxf_layers.csv</translation>
        </message>
        <message>
            <source>the CAD layer holds %1, --as asks for %2</source>
            <translation>CAD 图层为 %1，--as 要求 %2</translation>
        </message>
        <message>
            <source>the CAD layer&apos;s name contains &quot;%1&quot;</source>
            <translation>CAD 图层名含“%1”</translation>
        </message>
        <message>
            <source>texts that label the features drawn on the CAD layer &quot;%1&quot;</source>
            <translation>CAD 图层“%1”上要素的注记文字</translation>
        </message>
        <message>
            <source>its OpenStreetMap tags</source>
            <translation>OpenStreetMap 标签</translation>
        </message>
        <message>
            <source>no tag that is kept (building, road, rail, water, green, wall, tree, boundary)</source>
            <translation>没有要保留的标签（建筑、道路、铁路、水系、绿地、围墙、树木、边界）</translation>
        </message>
        <message>
            <source>the drawing is in millimetres by $INSUNITS and by its numbers; it was scaled to metres</source>
            <translation>按 $INSUNITS 和坐标数值，图纸单位为毫米；已换算为米</translation>
        </message>
        <message>
            <source>the drawing is in centimetres by $INSUNITS and by its numbers; it was scaled to metres</source>
            <translation>按 $INSUNITS 和坐标数值，图纸单位为厘米；已换算为米</translation>
        </message>
        <message>
            <source>a list of survey points, each with the points that its pipes lead to</source>
            <translation>测点清单，每点列出所连管段的对端点</translation>
        </message>
        <message>
            <source>%1 pipes are listed at both of their ends and were taken once</source>
            <translation>%1 条管段在两端均有记录，只取一次</translation>
        </message>
        <message>
            <source>%1 placemarks have attributes but no shape of their own; they were not read</source>
            <translation>%1 个地标有属性而无图形；未读取</translation>
        </message>
        <message>
            <source>the attributes in ExtendedData could not be read: %1</source>
            <translation>ExtendedData 中的属性无法读取：%1</translation>
        </message>
        <message>
            <source>the row has more cells than there are headings; the others were not read</source>
            <translation>该行单元格多于表头；多出的未读取</translation>
        </message>
        <message>
            <source>none of the %1 rows can be taken: %2</source>
            <translation>%1 行均无法导入：%2</translation>
        </message>
        <message>
            <source>none of the %1 rows can be taken: %2 (row %3)</source>
            <translation>%1 行均无法导入：%2（第 %3 行）</translation>
        </message>
        <message>
            <source>row %1</source>
            <translation>第 %1 行</translation>
        </message>
        <message>
            <source>%1 was left out, the field keeps its value</source>
            <translation>%1 未采用，字段保留原值</translation>
        </message>
        <message>
            <source>%1 was left out, the field stays unknown</source>
            <translation>%1 未采用，字段留空</translation>
        </message>
        <message>
            <source>year</source>
            <translation>年份</translation>
        </message>
        <message>
            <source>several rows of the project are called &quot;%1&quot;</source>
            <translation>项目中有多行名为“%1”</translation>
        </message>
        <message>
            <source>the point lies in no %1 of the project</source>
            <translation>该点不在项目的任何%1内</translation>
        </message>
        <message>
            <source>the point lies in several of the project</source>
            <translation>该点落在项目中的多个对象内</translation>
        </message>
        <message>
            <source>the project has no %1 with code &quot;%2&quot; or name &quot;%3&quot;</source>
            <translation>项目中没有编号为“%2”或名称为“%3”的%1</translation>
        </message>
        <message>
            <source>the %1 of the project has no row in this table</source>
            <translation>项目中的该%1在表中没有对应行</translation>
        </message>
        <message>
            <source>%1 more of the project have no row in this table</source>
            <translation>项目中另有 %1 个对象在表中没有对应行</translation>
        </message>
        <message>
            <source>another row of this table was joined to the same %1 (%2)</source>
            <translation>表中另一行已关联到同一%1（%2）</translation>
        </message>
        <message>
            <source>%1 buildings without a stated estate stand inside one and were given to it</source>
            <translation>%1 栋楼未注明小区，已按位置归入所在小区</translation>
        </message>
        <message>
            <source>there is no %1 &quot;%2&quot;; the reference stays empty</source>
            <translation>没有%1“%2”；关联留空</translation>
        </message>
        <message>
            <source>there is no estate &quot;%1&quot;</source>
            <translation>没有小区“%1”</translation>
        </message>
        <message>
            <source>several estates are called &quot;%1&quot;</source>
            <translation>有多个小区名为“%1”</translation>
        </message>
        <message>
            <source>pipe node</source>
            <translation>管点</translation>
        </message>
        <message>
            <source>entrance</source>
            <translation>单元</translation>
        </message>
        <message>
            <source>consent</source>
            <translation>意愿征询</translation>
        </message>
        <message>
            <source>illegal_structure</source>
            <translation>违法建设</translation>
        </message>
        <message>
            <source>road</source>
            <translation>道路</translation>
        </message>
        <message>
            <source>barrier</source>
            <translation>围墙与门</translation>
        </message>
        <message>
            <source>water</source>
            <translation>水系</translation>
        </message>
        <message>
            <source>green</source>
            <translation>绿地</translation>
        </message>
        <message>
            <source>tree</source>
            <translation>树木</translation>
        </message>
        <message>
            <source>stall</source>
            <translation>现状车位</translation>
        </message>
        <message>
            <source>facility</source>
            <translation>公共设施</translation>
        </message>
        <message>
            <source>terrain</source>
            <translation>高程点</translation>
        </message>
        <message>
            <source>pipe_node</source>
            <translation>管点</translation>
        </message>
        <message>
            <source>pipe</source>
            <translation>管段</translation>
        </message>
        <message>
            <source>riser</source>
            <translation>立管</translation>
        </message>
        <message>
            <source>outfall</source>
            <translation>排放口</translation>
        </message>
        <message>
            <source>the line %1 - %2 ends at points that no point table has: %3</source>
            <translation>管线 %1 - %2 的端点不在任何管点表中：%3</translation>
        </message>
        <message>
            <source>%1, (no number)</source>
            <translation>%1，（无点号）</translation>
        </message>
        <message>
            <source>(no number)</source>
            <translation>（无点号）</translation>
        </message>
        <message>
            <source>a point has a feature or an attachment, never both: %1 and %2</source>
            <translation>一个管点只能有特征或附属物之一：%1 和 %2</translation>
        </message>
        <message>
            <source>the line begins and ends at the same point %1</source>
            <translation>管线起点与终点同为 %1</translation>
        </message>
        <message>
            <source>the points %1 and %2 lie on the same place</source>
            <translation>点 %1 与 %2 位置重合</translation>
        </message>
        <message>
            <source>the line %1 - %2 is there already</source>
            <translation>管线 %1 - %2 已存在</translation>
        </message>
        <message>
            <source>the spot height has no height</source>
            <translation>高程点没有高程</translation>
        </message>
        <message>
            <source>the survey number %1 is there already</source>
            <translation>点号 %1 已存在</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not a number</source>
            <translation>“%1”不是数字</translation>
        </message>
        <message>
            <source>it is an open line, an area is needed</source>
            <translation>是未闭合的线，应为面</translation>
        </message>
        <message>
            <source>closed line taken as area</source>
            <translation>闭合线已转为面</translation>
        </message>
        <message>
            <source>it is a point, an area is needed</source>
            <translation>是点，应为面</translation>
        </message>
        <message>
            <source>the area cannot be repaired: %1</source>
            <translation>面无法修复：%1</translation>
        </message>
        <message>
            <source>it is a point, a line is needed</source>
            <translation>是点，应为线</translation>
        </message>
        <message>
            <source>it is an area, a line is needed</source>
            <translation>是面，应为线</translation>
        </message>
        <message>
            <source>the line has no length</source>
            <translation>线没有长度</translation>
        </message>
        <message>
            <source>a pipe of several separate lines</source>
            <translation>一条管段由多段不相连的线组成</translation>
        </message>
        <message>
            <source>there is no geometry</source>
            <translation>没有几何</translation>
        </message>
        <message>
            <source>it is a line or area, a point is needed</source>
            <translation>是线或面，应为点</translation>
        </message>
        <message>
            <source>it is %1 points in one, a single point is needed</source>
            <translation>含 %1 个点，应为单点</translation>
        </message>
        <message>
            <source>the row has no coordinates: &quot;%1&quot;, &quot;%2&quot;</source>
            <translation>该行没有坐标：“%1”，“%2”</translation>
        </message>
        <message>
            <source>a coordinate is beyond 1 000 000 km</source>
            <translation>坐标超出 1 000 000 公里</translation>
        </message>
        <message>
            <source>a coordinate is beyond 100 000 000 km</source>
            <translation>坐标超出 100 000 000 公里</translation>
        </message>
        <message>
            <source>a coordinate is not a number</source>
            <translation>坐标不是数字</translation>
        </message>
        <message>
            <source>the row has no geometry</source>
            <translation>该行没有几何</translation>
        </message>
        <message>
            <source>the geometry is damaged</source>
            <translation>几何已损坏</translation>
        </message>
        <message>
            <source>the geometry is empty</source>
            <translation>几何为空</translation>
        </message>
        <message>
            <source>points, lines and polygons are mixed in one geometry</source>
            <translation>同一几何中混有点、线、面</translation>
        </message>
        <message>
            <source>collections are nested too deeply</source>
            <translation>几何集合嵌套过深</translation>
        </message>
        <message>
            <source>the curve cannot be drawn as lines</source>
            <translation>曲线无法转为折线</translation>
        </message>
        <message>
            <source>the geometry type %1 is not used here</source>
            <translation>不支持几何类型 %1</translation>
        </message>
        <message>
            <source>the text is not a GeoJSON geometry</source>
            <translation>文字不是 GeoJSON 几何</translation>
        </message>
        <message>
            <source>the text is not a WKT geometry</source>
            <translation>文字不是 WKT 几何</translation>
        </message>
        <message>
            <source>a PNG picture</source>
            <translation>PNG 图片</translation>
        </message>
        <message>
            <source>a JPEG picture</source>
            <translation>JPEG 图片</translation>
        </message>
        <message>
            <source>a GIF picture</source>
            <translation>GIF 图片</translation>
        </message>
        <message>
            <source>a TIFF picture</source>
            <translation>TIFF 图片</translation>
        </message>
        <message>
            <source>a PDF</source>
            <translation>PDF 文件</translation>
        </message>
        <message>
            <source>a ZIP archive or Office file</source>
            <translation>ZIP 压缩包或 Office 文件</translation>
        </message>
        <message>
            <source>an SQLite database or GeoPackage</source>
            <translation>SQLite 数据库或 GeoPackage</translation>
        </message>
        <message>
            <source>an old Office file (.xls, .doc)</source>
            <translation>旧版 Office 文件（.xls、.doc）</translation>
        </message>
        <message>
            <source>a DWG drawing</source>
            <translation>DWG 图纸</translation>
        </message>
        <message>
            <source>a gzip archive</source>
            <translation>gzip 压缩包</translation>
        </message>
        <message>
            <source>a packed archive</source>
            <translation>压缩包</translation>
        </message>
        <message>
            <source>a FlatGeobuf file</source>
            <translation>FlatGeobuf 文件</translation>
        </message>
        <message>
            <source>file geodatabase</source>
            <translation>文件地理数据库</translation>
        </message>
        <message>
            <source>DBF table</source>
            <translation>DBF 表</translation>
        </message>
        <message>
            <source>a VRT file refers to other files</source>
            <translation>VRT 文件只是引用其他文件</translation>
        </message>
        <message>
            <source>import these files themselves</source>
            <translation>请直接导入被引用的文件</translation>
        </message>
        <message>
            <source>DWG drawings are not read</source>
            <translation>不读取 DWG 图纸</translation>
        </message>
        <message>
            <source>save the drawing as DXF (R2000 or later) and import that</source>
            <translation>请将图纸另存为 DXF（R2000 或更高版本）再导入</translation>
        </message>
        <message>
            <source>archives are not opened</source>
            <translation>不打开压缩包</translation>
        </message>
        <message>
            <source>unpack it and import the .shp or .gdb in it</source>
            <translation>请解压后导入其中的 .shp 或 .gdb</translation>
        </message>
        <message>
            <source>unpack it (a KMZ is a ZIP) and import doc.kml</source>
            <translation>请解压（KMZ 即 ZIP）后导入 doc.kml</translation>
        </message>
        <message>
            <source>the old .xls format is not read</source>
            <translation>不读取旧版 .xls 格式</translation>
        </message>
        <message>
            <source>save the workbook as .xlsx</source>
            <translation>请将工作簿另存为 .xlsx</translation>
        </message>
        <message>
            <source>Access databases are not read</source>
            <translation>不读取 Access 数据库</translation>
        </message>
        <message>
            <source>export the layers to a file geodatabase or GeoPackage</source>
            <translation>请将图层导出为文件地理数据库或 GeoPackage</translation>
        </message>
        <message>
            <source>this is the index of a Shapefile</source>
            <translation>这是 Shapefile 的索引文件</translation>
        </message>
        <message>
            <source>this is the coordinate system of a Shapefile</source>
            <translation>这是 Shapefile 的坐标系文件</translation>
        </message>
        <message>
            <source>this is the encoding mark of a Shapefile</source>
            <translation>这是 Shapefile 的编码标记文件</translation>
        </message>
        <message>
            <source>name the .shp</source>
            <translation>请选择 .shp 文件</translation>
        </message>
        <message>
            <source>files ending in &quot;%1&quot; are not imported</source>
            <translation>不导入以“%1”结尾的文件</translation>
        </message>
        <message>
            <source>give .shp .gpkg .geojson .fgb .kml .dxf .gdb .tab .mif .osm .pbf .csv .xlsx</source>
            <translation>请选择 .shp .gpkg .geojson .fgb .kml .dxf .gdb .tab .mif .osm .pbf .csv .xlsx</translation>
        </message>
        <message>
            <source>cancelled while reading</source>
            <translation>读取时已取消</translation>
        </message>
        <message>
            <source>Reading was cancelled.</source>
            <translation>读取已取消。</translation>
        </message>
        <message>
            <source>this is no file that can be read</source>
            <translation>该文件无法读取</translation>
        </message>
        <message>
            <source>give a table of units or edges</source>
            <translation>请给出单元表或邻接表</translation>
        </message>
        <message>
            <source>this is no text file</source>
            <translation>这不是文本文件</translation>
        </message>
        <message>
            <source>give a CSV with a heading row, or a vector file that GDAL reads</source>
            <translation>请给出带表头的 CSV，或 GDAL 可读取的矢量文件</translation>
        </message>
        <message>
            <source>it needs a heading row and one row a unit or edge</source>
            <translation>应有一行表头，每个单元或邻接占一行</translation>
        </message>
        <message>
            <source>the column %1 occurs twice</source>
            <translation>列 %1 出现两次</translation>
        </message>
        <message>
            <source>rename one of the two</source>
            <translation>请将其中一列改名</translation>
        </message>
        <message>
            <source>close it, or remove it</source>
            <translation>请补上引号，或删去</translation>
        </message>
        <message>
            <source>the row has %1 cells and the heading %2</source>
            <translation>该行有 %1 个单元格，表头有 %2 个</translation>
        </message>
        <message>
            <source>quote cells that hold the separator</source>
            <translation>含分隔符的单元格请加引号</translation>
        </message>
        <message>
            <source>the cells %1 are merged, so that it is not said which rows their value belongs to</source>
            <translation>单元格 %1 已合并，无法判断其值属于哪些行</translation>
        </message>
        <message>
            <source>unmerge them (取消合并单元格), fill the value into each row, save and import again</source>
            <translation>请取消合并单元格，在每行填入该值，保存后重新导入</translation>
        </message>
        <message>
            <source>the fields of the table need %1 bytes a row, its header says %2</source>
            <translation>表的字段每行需 %1 字节，文件头标为 %2</translation>
        </message>
        <message>
            <source>%1; a Shapefile is .shp, .shx and .dbf together</source>
            <translation>%1；Shapefile 由 .shp、.shx、.dbf 共同组成</translation>
        </message>
        <message>
            <source>a Shapefile is .shp, .shx and .dbf together</source>
            <translation>Shapefile 由 .shp、.shx、.dbf 共同组成</translation>
        </message>
        <message>
            <source>the table cannot be read</source>
            <translation>表无法读取</translation>
        </message>
        <message>
            <source>cannot move the finished file into place: %1</source>
            <translation>无法将完成的文件移到目标位置：%1</translation>
        </message>
        <message>
            <source>check the folder&apos;s permissions</source>
            <translation>请检查文件夹权限</translation>
        </message>
        <message>
            <source>cannot list the temporary folder: %1</source>
            <translation>无法列出临时文件夹：%1</translation>
        </message>
        <message>
            <source>cannot write the drawing</source>
            <translation>无法写入图纸</translation>
        </message>
        <message>
            <source>the driver gave no reason</source>
            <translation>驱动未说明原因</translation>
        </message>
        <message>
            <source>%1 headings for %2 fields</source>
            <translation>%1 个表头对应 %2 个字段</translation>
        </message>
        <message>
            <source>cannot create the layer: %1</source>
            <translation>无法创建图层：%1</translation>
        </message>
        <message>
            <source>cannot commit: %1</source>
            <translation>无法提交：%1</translation>
        </message>
        <message>
            <source>cannot create the column %1: %2</source>
            <translation>无法创建列 %1：%2</translation>
        </message>
        <message>
            <source>cannot write: %1</source>
            <translation>无法写入：%1</translation>
        </message>
        <message>
            <source>GDAL has no driver %1</source>
            <translation>GDAL 没有驱动 %1</translation>
        </message>
        <message>
            <source>install GDAL with it</source>
            <translation>请安装含该驱动的 GDAL</translation>
        </message>
        <message>
            <source>cannot create the file: %1</source>
            <translation>无法创建文件：%1</translation>
        </message>
        <message>
            <source>cannot finish the file: %1</source>
            <translation>无法完成文件：%1</translation>
        </message>
        <message>
            <source>this format holds one table, not %1</source>
            <translation>该格式只能存一张表，不能存 %1 张</translation>
        </message>
        <message>
            <source>write each table to its own file</source>
            <translation>请将每张表写入各自的文件</translation>
        </message>
        <message>
            <source>cannot finish the workbook</source>
            <translation>无法完成工作簿</translation>
        </message>
        <message>
            <source>free some space; nothing was changed</source>
            <translation>请腾出空间；数据未改动</translation>
        </message>
        <message>
            <source>the database failed without saying why</source>
            <translation>数据库出错，未说明原因</translation>
        </message>
        <message>
            <source>GDAL has no GeoPackage driver</source>
            <translation>GDAL 没有 GeoPackage 驱动</translation>
        </message>
        <message>
            <source>install libgdal with SQLite</source>
            <translation>请安装含 SQLite 的 libgdal</translation>
        </message>
        <message>
            <source>check the path; pianqu import makes a new project</source>
            <translation>请检查路径；新建项目请用 pianqu import</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>没有应答</translation>
        </message>
        <message>
            <source>table %1 has no column &quot;%2&quot;</source>
            <translation>表 %1 没有列“%2”</translation>
        </message>
        <message>
            <source>map the heading to one of its columns</source>
            <translation>请将表头对应到其中一列</translation>
        </message>
        <message>
            <source>correct it in the source</source>
            <translation>请在源文件中更正</translation>
        </message>
        <message>
            <source>a row has several points</source>
            <translation>一行含多个点</translation>
        </message>
        <message>
            <source>split it into rows</source>
            <translation>请拆成多行</translation>
        </message>
        <message>
            <source>the geometry cannot be written</source>
            <translation>几何无法写入</translation>
        </message>
        <message>
            <source>the CRS cannot be written: %1</source>
            <translation>坐标系无法写入：%1</translation>
        </message>
        <message>
            <source>stopped; nothing was changed</source>
            <translation>已停止；数据未改动</translation>
        </message>
        <message>
            <source>unable to open database file</source>
            <translation>无法打开数据库文件</translation>
        </message>
        <message>
            <source>file is not a database</source>
            <translation>文件不是数据库</translation>
        </message>
        <message>
            <source>database disk image is malformed</source>
            <translation>数据库文件结构已损坏</translation>
        </message>
        <message>
            <source>database or disk is full</source>
            <translation>数据库或磁盘已满</translation>
        </message>
        <message>
            <source>database is locked</source>
            <translation>数据库已被锁定</translation>
        </message>
        <message>
            <source>attempt to write a readonly database</source>
            <translation>数据库只读，无法写入</translation>
        </message>
        <message>
            <source>disk I/O error</source>
            <translation>磁盘读写错误</translation>
        </message>
        <message>
            <source>%1 is damaged or cut short: %2</source>
            <translation>%1 已损坏或不完整：%2</translation>
        </message>
        <message>
            <source>its pixels cannot be read.</source>
            <translation>像素无法读取。</translation>
        </message>
        <message>
            <source>Copy the file again from where it came from.</source>
            <translation>请从来源处重新复制该文件。</translation>
        </message>
        <message>
            <source>the tile server cannot be used: %1</source>
            <translation>瓦片服务无法使用：%1</translation>
        </message>
        <message>
            <source>it does not answer</source>
            <translation>没有应答</translation>
        </message>
        <message>
            <source>Check the address and the connection.</source>
            <translation>请检查地址和网络连接。</translation>
        </message>
        <message>
            <source>the tile server does not answer</source>
            <translation>瓦片服务没有应答</translation>
        </message>
        <message>
            <source>the tile server does not answer: %1</source>
            <translation>瓦片服务没有应答：%1</translation>
        </message>
        <message>
            <source>Tiles that were seen before are still shown; the others come when it answers again.</source>
            <translation>已看过的瓦片仍会显示；其余待服务恢复后载入。</translation>
        </message>
        <message>
            <source>the server has several maps: %1</source>
            <translation>该服务有多幅地图：%1</translation>
        </message>
        <message>
            <source>Name the one to show in the address: WMS:https://...?layers=NAME, or WMTS:https://...,layer=NAME.</source>
            <translation>请在地址中指明要显示的一幅：WMS:https://...?layers=名称，或 WMTS:https://...,layer=名称。</translation>
        </message>
        <message>
            <source>%1 does not exist.</source>
            <translation>%1 不存在。</translation>
        </message>
        <message>
            <source>Check the path of the base map.</source>
            <translation>请检查底图路径。</translation>
        </message>
        <message>
            <source>it holds no picture</source>
            <translation>其中没有图像</translation>
        </message>
        <message>
            <source>%1 cannot be read as a base map: %2</source>
            <translation>%1 无法作为底图读取：%2</translation>
        </message>
        <message>
            <source>A base map is a raster: MBTiles with PNG or JPEG tiles, GeoTIFF or COG. Vector files are imported as layers.</source>
            <translation>底图应为栅格：含 PNG 或 JPEG 瓦片的 MBTiles、GeoTIFF 或 COG。矢量文件请作为图层导入。</translation>
        </message>
        <message>
            <source>%1 does not say where it lies: it has no georeference.</source>
            <translation>%1 没有位置信息：未配准。</translation>
        </message>
        <message>
            <source>Put its world file (.tfw, .jgw, .pgw) beside it, or georeference it.</source>
            <translation>请将坐标文件（.tfw、.jgw、.pgw）放在旁边，或先配准。</translation>
        </message>
        <message>
            <source>%1 has a georeference but no coordinate system.</source>
            <translation>%1 已配准，但没有坐标系。</translation>
        </message>
        <message>
            <source>Put its .prj file beside it, or name the system, such as EPSG:4547.</source>
            <translation>请将 .prj 文件放在旁边，或指定坐标系，如 EPSG:4547。</translation>
        </message>
        <message>
            <source>%1 cannot be brought onto the map: %2</source>
            <translation>%1 无法投影到地图上：%2</translation>
        </message>
        <message>
            <source>Warp it to EPSG:3857 or to its city&apos;s CGCS2000 system first.</source>
            <translation>请先重投影到 EPSG:3857 或本市的 CGCS2000 坐标系。</translation>
        </message>
        <message>
            <source>A tile cannot be drawn: %1</source>
            <translation>瓦片无法绘制：%1</translation>
        </message>
        <message>
            <source>Is there memory left?</source>
            <translation>请检查内存是否充足。</translation>
        </message>
        <message>
            <source>There is no tile %1/%2/%3.</source>
            <translation>没有瓦片 %1/%2/%3。</translation>
        </message>
        <message>
            <source>check the unit (%1); the bounds are %2</source>
            <translation>请检查单位（%1）；范围依据：%2</translation>
        </message>
        <message>
            <source>a plain number</source>
            <translation>无单位</translation>
        </message>
        <message>
            <source>journal row %1 follows a gap: row %2 is missing</source>
            <translation>日志第 %1 行前有缺失：缺第 %2 行</translation>
        </message>
        <message>
            <source>journal row %1 is not chained to the row before it</source>
            <translation>日志第 %1 行与前一行的摘要不相接</translation>
        </message>
        <message>
            <source>journal row %1 does not have the content it was written with</source>
            <translation>日志第 %1 行的内容与写入时不符</translation>
        </message>
        <message>
            <source>the file was changed by another program after %1; compare with the last copy</source>
            <translation>文件在 %1 之后被其他程序改动；请与最近的备份比对</translation>
        </message>
        <message>
            <source>journal row %1 is on a table that is no part of a plan</source>
            <translation>日志第 %1 行涉及的表不属于方案</translation>
        </message>
        <message>
            <source>the journal is append-only</source>
            <translation>日志只能追加</translation>
        </message>
        <message>
            <source>a journal record is not JSON</source>
            <translation>日志记录不是 JSON</translation>
        </message>
        <message>
            <source>a project keeps no &quot;%1&quot;</source>
            <translation>项目不保存“%1”</translation>
        </message>
        <message>
            <source>it keeps bookmarks, overlays and profile</source>
            <translation>项目保存书签、叠加图层和纵断面</translation>
        </message>
        <message>
            <source>keep the plan as one with: pianqu option PROJECT copy NAME</source>
            <translation>请将方案另存为比选方案：pianqu option 项目 copy 名称</translation>
        </message>
        <message>
            <source>the project has %1</source>
            <translation>项目中有：%1</translation>
        </message>
        <message>
            <source>see pianqu option PROJECT list</source>
            <translation>见 pianqu option 项目 list</translation>
        </message>
        <message>
            <source>the copy that is made before an older project is brought up to date cannot be written: %1</source>
            <translation>旧版项目升级前的备份无法写入：%1</translation>
        </message>
        <message>
            <source>free some space</source>
            <translation>请腾出空间</translation>
        </message>
        <message>
            <source>name the city system, e.g. EPSG:4547 or &quot;CGCS2000 CM 115.5 FE 500000&quot;</source>
            <translation>请指定城市坐标系，如 EPSG:4547 或 &quot;CGCS2000 CM 115.5 FE 500000&quot;</translation>
        </message>
        <message>
            <source>a city has no table &quot;%1&quot;</source>
            <translation>城市数据中没有表“%1”</translation>
        </message>
        <message>
            <source>of %1 rows %2 could be read</source>
            <translation>共 %1 行，仅读出 %2 行</translation>
        </message>
        <message>
            <source>if another program is writing to the project, open it again when that is done; else the file is damaged: pianqu check tells</source>
            <translation>若有其他程序正在写入，请待其完成后重新打开；否则文件已损坏，可用 pianqu check 检查</translation>
        </message>
        <message>
            <source>name one of estate, building, pipe, road, ...</source>
            <translation>请给出 estate、building、pipe、road 等之一</translation>
        </message>
        <message>
            <source>rows for table %1 have no uid as first field</source>
            <translation>表 %1 的行首字段不是 uid</translation>
        </message>
        <message>
            <source>table %1 has no column &quot;%2&quot; that may be edited</source>
            <translation>表 %1 没有可编辑的列“%2”</translation>
        </message>
        <message>
            <source>see the headings in the table</source>
            <translation>见表头</translation>
        </message>
        <message>
            <source>values are edited in a table of the city, with the uid first</source>
            <translation>只能编辑城市数据表中的值，且首列为 uid</translation>
        </message>
        <message>
            <source>import it into a project: pianqu import PROJECT.gpkg %1</source>
            <translation>请导入到项目：pianqu import 项目.gpkg %1</translation>
        </message>
        <message>
            <source>the project has schema version %1, and this program knows versions up to %2</source>
            <translation>项目的数据结构版本为 %1，本程序最高支持 %2</translation>
        </message>
        <message>
            <source>open it with the newer pianqu that made it</source>
            <translation>请用创建它的新版片区打开</translation>
        </message>
        <message>
            <source>close it with %1</source>
            <translation>请以 %1 结束</translation>
        </message>
        <message>
            <source>expected %1, as in: floors &gt;= 6 and use = &apos;住宅&apos;</source>
            <translation>此处应为：%1，例如：floors &gt;= 6 and use = &apos;住宅&apos;</translation>
        </message>
        <message>
            <source>and, or, or the end</source>
            <translation>and、or 或结尾</translation>
        </message>
        <message>
            <source>the end</source>
            <translation>结尾</translation>
        </message>
        <message>
            <source>a field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>a number or a text in single quotes</source>
            <translation>数字或单引号内的文字</translation>
        </message>
        <message>
            <source>, or )</source>
            <translation>逗号或右括号</translation>
        </message>
        <message>
            <source>a text in single quotes</source>
            <translation>单引号内的文字</translation>
        </message>
        <message>
            <source>= &lt;&gt; &lt; &lt;= &gt; &gt;= ~ in like is</source>
            <translation>= &lt;&gt; &lt; &lt;= &gt; &gt;= ~ in like is 之一</translation>
        </message>
        <message>
            <source>there is no table &quot;%1&quot;</source>
            <translation>没有表“%1”</translation>
        </message>
        <message>
            <source>see the tables with: pianqu style list PROJECT --theme 屏幕</source>
            <translation>查看各表：pianqu style list 项目 --theme 屏幕</translation>
        </message>
        <message>
            <source>table %1 has no field &quot;%2&quot;</source>
            <translation>表 %1 没有字段“%2”</translation>
        </message>
        <message>
            <source>choose one of its fields</source>
            <translation>请选择其中的字段</translation>
        </message>
        <message>
            <source>not understood</source>
            <translation>无法识别</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not a coordinate reference system: %2</source>
            <translation>“%1”不是坐标系：%2</translation>
        </message>
        <message>
            <source>use EPSG:4547, WKT, a PROJ string, or &quot;CGCS2000 CM 115.5 FE 500000&quot;</source>
            <translation>请使用 EPSG:4547、WKT、PROJ 字符串或 &quot;CGCS2000 CM 115.5 FE 500000&quot;</translation>
        </message>
        <message>
            <source>custom system</source>
            <translation>自定义坐标系</translation>
        </message>
        <message>
            <source>the point %1, %2 cannot be carried from %3 to %4</source>
            <translation>点 %1, %2 无法由 %3 转换到 %4</translation>
        </message>
        <message>
            <source>check the coordinate system and the axis order</source>
            <translation>请检查坐标系与坐标轴顺序</translation>
        </message>
        <message>
            <source>a geographic system has no length distortion in metres</source>
            <translation>地理坐标系没有以米计的长度变形</translation>
        </message>
        <message>
            <source>use a projected system</source>
            <translation>请使用投影坐标系</translation>
        </message>
        <message>
            <source>the scale of %1 cannot be computed there</source>
            <translation>无法计算该处 %1 的比例</translation>
        </message>
        <message>
            <source>point %1</source>
            <translation>点 %1</translation>
        </message>
        <message>
            <source>inside and outside the red line do not add up to the quantity of measure %1</source>
            <translation>措施 %1 的红线内与红线外数量之和不等于总量</translation>
        </message>
        <message>
            <source>split the quantity again</source>
            <translation>请重新划分数量</translation>
        </message>
        <message>
            <source>there is no %1 %2 for measure %3</source>
            <translation>措施 %3 所指的%1 %2 不存在</translation>
        </message>
        <message>
            <source>there is a measure %1 already</source>
            <translation>已有措施 %1</translation>
        </message>
        <message>
            <source>there is no measure %1</source>
            <translation>没有措施 %1</translation>
        </message>
        <message>
            <source>there is no stair unit %1</source>
            <translation>没有单元 %1</translation>
        </message>
        <message>
            <source>stair unit %1 is studied twice</source>
            <translation>单元 %1 的加梯论证重复</translation>
        </message>
        <message>
            <source>a parking study is there twice</source>
            <translation>停车论证重复</translation>
        </message>
        <message>
            <source>the file was changed by another program; run pianqu check</source>
            <translation>文件被其他程序改动；请运行 pianqu check</translation>
        </message>
        <message>
            <source>the parameters of the plan are not JSON</source>
            <translation>方案参数不是 JSON</translation>
        </message>
        <message>
            <source>a member refers to a district that is not there</source>
            <translation>成员所属的片区不存在</translation>
        </message>
        <message>
            <source>a member is of the unknown kind &quot;%1&quot;</source>
            <translation>成员类别“%1”未知</translation>
        </message>
        <message>
            <source>a leftover is of the unknown kind &quot;%1&quot;</source>
            <translation>未归片对象的类别“%1”未知</translation>
        </message>
        <message>
            <source>a measure is on the unknown table &quot;%1&quot;</source>
            <translation>措施所在的表“%1”未知</translation>
        </message>
        <message>
            <source>the reasons of a lift study are not a JSON list</source>
            <translation>加梯论证的理由不是 JSON 列表</translation>
        </message>
        <message>
            <source>the shares of a lift study are not JSON</source>
            <translation>加梯论证的分摊不是 JSON</translation>
        </message>
        <message>
            <source>the share of floor &quot;%1&quot; is not a number of fen</source>
            <translation>楼层“%1”的分摊不是以分计的数</translation>
        </message>
        <message>
            <source>a stall refers to a study that is not there</source>
            <translation>车位所属的论证不存在</translation>
        </message>
        <message>
            <source>see docs/cli/plan.md for the tests and quantities that a rule can name</source>
            <translation>规则可用的判据与工程量见 docs/cli/plan.md</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not a number to be below</source>
            <translation>“%1”不是可比较的数字</translation>
        </message>
        <message>
            <source>the test &quot;%1&quot; is not known</source>
            <translation>判据“%1”未知</translation>
        </message>
        <message>
            <source>the subject &quot;%1&quot; is not known</source>
            <translation>对象“%1”未知</translation>
        </message>
        <message>
            <source>the field &quot;%1&quot; is not one of %2</source>
            <translation>字段“%1”不属于%2</translation>
        </message>
        <message>
            <source>the quantity &quot;%1&quot; is not known for %2</source>
            <translation>%2没有工程量“%1”</translation>
        </message>
        <message>
            <source>&quot;%1&quot; under unit_price_yuan is not an amount of yuan</source>
            <translation>unit_price_yuan 列的“%1”不是以元计的金额</translation>
        </message>
        <message>
            <source>write digits with at most two decimals</source>
            <translation>请写数字，最多两位小数</translation>
        </message>
        <message>
            <source>a measure has no code</source>
            <translation>有措施没有编码</translation>
        </message>
        <message>
            <source>the code %1 comes twice</source>
            <translation>编码 %1 重复</translation>
        </message>
        <message>
            <source>no measure &quot;%1&quot; in the catalogue</source>
            <translation>目录中没有措施“%1”</translation>
        </message>
        <message>
            <source>see data/catalogue/measures.csv</source>
            <translation>见 data/catalogue/measures.csv</translation>
        </message>
        <message>
            <source>did you mean %1?</source>
            <translation>是否指 %1？</translation>
        </message>
        <message>
            <source>the price table needs the headings code, price_yuan, source</source>
            <translation>价目表应有表头 code、price_yuan、source</translation>
        </message>
        <message>
            <source>data/catalogue/prices_example.csv shows the form</source>
            <translation>格式见 data/catalogue/prices_example.csv</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not a price in yuan for %2</source>
            <translation>“%1”不是 %2 以元计的单价</translation>
        </message>
        <message>
            <source>write digits with at most two decimals, without sign or unit</source>
            <translation>请写数字，最多两位小数，不带符号和单位</translation>
        </message>
        <message>
            <source>the price of %1 has no source</source>
            <translation>%1 的单价没有来源</translation>
        </message>
        <message>
            <source>name the quota, contract or bulletin that it is from</source>
            <translation>请注明所依据的定额、合同或信息价</translation>
        </message>
        <message>
            <source>the price of %1 comes twice</source>
            <translation>%1 的单价重复</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no letter from a to z</source>
            <translation>“%1”不是 a 至 z 的字母</translation>
        </message>
        <message>
            <source>see the heading initial</source>
            <translation>见 initial 列</translation>
        </message>
        <message>
            <source>the table cannot be opened: %1</source>
            <translation>表无法打开：%1</translation>
        </message>
        <message>
            <source>the first line holds the headings</source>
            <translation>首行应为表头</translation>
        </message>
        <message>
            <source>record %1 has %2 fields, the heading has %3</source>
            <translation>第 %1 条记录有 %2 个字段，表头有 %3 个</translation>
        </message>
        <message>
            <source>quote fields that hold a comma</source>
            <translation>含逗号的字段请加引号</translation>
        </message>
        <message>
            <source>(no such column)</source>
            <translation>（无此列）</translation>
        </message>
        <message>
            <source>&quot;%1&quot; under %2 is not a number</source>
            <translation>%2 列的“%1”不是数字</translation>
        </message>
        <message>
            <source>no rule &quot;%1&quot; in the catalogue</source>
            <translation>目录中没有规则“%1”</translation>
        </message>
        <message>
            <source>see data/catalogue/rules.csv</source>
            <translation>见 data/catalogue/rules.csv</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no colour</source>
            <translation>“%1”不是颜色</translation>
        </message>
        <message>
            <source>write #rrggbb</source>
            <translation>请写作 #rrggbb</translation>
        </message>
        <message>
            <source>no theme &quot;%1&quot;</source>
            <translation>没有专题“%1”</translation>
        </message>
        <message>
            <source>themes: %1</source>
            <translation>专题：%1</translation>
        </message>
        <message>
            <source>the column is missing</source>
            <translation>缺少该列</translation>
        </message>
        <message>
            <source>write a colour as #rrggbb or #rrggbbaa</source>
            <translation>颜色请写作 #rrggbb 或 #rrggbbaa</translation>
        </message>
        <message>
            <source>dashes come in pairs: on;off</source>
            <translation>虚线成对给出：实;空</translation>
        </message>
        <message>
            <source>it is not a known word</source>
            <translation>不是已知的词</translation>
        </message>
        <message>
            <source>write a number of 0 or more</source>
            <translation>请写不小于 0 的数</translation>
        </message>
        <message>
            <source>&quot;%1&quot; under %2 cannot be used</source>
            <translation>%2 列的“%1”无法使用</translation>
        </message>
        <message>
            <source>a hatch needs a distance above 0</source>
            <translation>填充线间距应大于 0</translation>
        </message>
        <message>
            <source>the saved style cannot be read: %1</source>
            <translation>保存的样式无法读取：%1</translation>
        </message>
        <message>
            <source>choose the theme anew; it then starts from the shipped one</source>
            <translation>请重新选择专题；将从自带样式开始</translation>
        </message>
        <message>
            <source>estate %1</source>
            <translation>小区 %1</translation>
        </message>
        <message>
            <source>building %1</source>
            <translation>楼栋 %1</translation>
        </message>
        <message>
            <source>%1 pipe %2 runs from %3 into %4</source>
            <translation>%1管段 %2 由 %3 流入 %4</translation>
        </message>
        <message>
            <source>%1 pipe %2 joins %3 and %4</source>
            <translation>%1管段 %2 连接 %3 与 %4</translation>
        </message>
        <message>
            <source>%1 pipe %2 joins %3 and %4; its direction is not known, so it may be M1 or M2</source>
            <translation>%1管段 %2 连接 %3 与 %4；流向不明，可能为 M1 或 M2</translation>
        </message>
        <message>
            <source>its direction is not known, so it may be M1 or M2</source>
            <translation>流向不明，可能为 M1 或 M2</translation>
        </message>
        <message>
            <source>%1 pipe %2 links %3 with %4</source>
            <translation>%1管段 %2 连通 %3 与 %4</translation>
        </message>
        <message>
            <source>%1 pipe %2 links %3 with %4; its direction is not known</source>
            <translation>%1管段 %2 连通 %3 与 %4；流向不明</translation>
        </message>
        <message>
            <source>its direction is not known</source>
            <translation>流向不明</translation>
        </message>
        <message>
            <source>Combined pipe %1, %2 m, carries rain and sewage together</source>
            <translation>合流管段 %1，长 %2 米，雨污水同管</translation>
        </message>
        <message>
            <source>Combined pipe %1 mixes again what comes separated to %2</source>
            <translation>分流至 %2 的雨污水在合流管段 %1 再次混合</translation>
        </message>
        <message>
            <source>The pipe %1 falls %2 m from %3 to %4, but the survey saw it flow the other way</source>
            <translation>管段 %1 由 %3 至 %4 下降 %2 米，但测绘记录的流向相反</translation>
        </message>
        <message>
            <source>The pipe %1 falls %2 m from %3 to %4, where water collects: it seems to be laid backwards</source>
            <translation>管段 %1 由 %3 至 %4 下降 %2 米，水积于低端：疑为反坡敷设</translation>
        </message>
        <message>
            <source>Water of %1 pipes enters %2, no pipe leads out of it and it is no outfall</source>
            <translation>%1 条管段的水汇入 %2，该点既无出水管段，也不是排放口</translation>
        </message>
        <message>
            <source>Sewage of %1 may reach the storm system: it depends on pipes whose direction is not known</source>
            <translation>%1 的污水可能进入雨水系统：取决于流向不明的管段</translation>
        </message>
        <message>
            <source>Rain of %1 may reach the sewage system: it depends on pipes whose direction is not known</source>
            <translation>%1 的雨水可能进入污水系统：取决于流向不明的管段</translation>
        </message>
        <message>
            <source>Sewage of %1 is connected to %2</source>
            <translation>%1 的污水接入 %2</translation>
        </message>
        <message>
            <source>Rain of %1 is connected to %2</source>
            <translation>%1 的雨水接入 %2</translation>
        </message>
        <message>
            <source>Sewage of %1 reaches %2 through %3 after %4 pipes</source>
            <translation>%1 的污水流经 %4 条管段后由 %3 进入 %2</translation>
        </message>
        <message>
            <source>Rain of %1 reaches %2 through %3 after %4 pipes</source>
            <translation>%1 的雨水流经 %4 条管段后由 %3 进入 %2</translation>
        </message>
        <message>
            <source>Riser %1 carries rain and sewage in one pipe</source>
            <translation>立管 %1 雨污水同管</translation>
        </message>
        <message>
            <source>At %1 the pipe narrows from %2 to %3 mm, %4 sizes; at most %5 are allowed</source>
            <translation>%1 处管径由 %2 缩小为 %3 毫米，降低 %4 级；最多允许 %5 级</translation>
        </message>
        <message>
            <source>Water runs in a circle through %1 pipes: %2</source>
            <translation>水在 %1 条管段中形成环流：%2</translation>
        </message>
        <message>
            <source>Water runs in a circle through %1 pipes:%2</source>
            <translation>水在 %1 条管段中形成环流：%2</translation>
        </message>
        <message>
            <source>Manhole %1 and %2 have the same code</source>
            <translation>管点 %1 与 %2 编号相同</translation>
        </message>
        <message>
            <source>Manhole %1 and %2 stand %3 m apart</source>
            <translation>管点 %1 与 %2 仅相距 %3 米</translation>
        </message>
        <message>
            <source>No pipe is recorded at %1</source>
            <translation>%1 处没有管段记录</translation>
        </message>
        <message>
            <source>Pipe %1 at %2 invert %3 lies above the ground %4</source>
            <translation>管段 %1 在 %2 处管底高程 %3 高于地面高程 %4</translation>
        </message>
        <message>
            <source>Pipe %1 at %2 invert %3 lies above the ground %4 at %5</source>
            <translation>管段 %1 在 %2 处管底高程 %3 高于地面高程 %4；在 %5</translation>
        </message>
        <message>
            <source>Pipe %1 at %2 ground %3 - depth %4 is not invert %5 (off by %6 m)</source>
            <translation>管段 %1 在 %2 处地面高程 %3 − 埋深 %4 与管底高程 %5 不符（差 %6 米）</translation>
        </message>
        <message>
            <source>Pipe %1 at %2 ground %3 - depth %4 is not invert %5 (off by %6 m) at %7</source>
            <translation>管段 %1 在 %2 处地面高程 %3 − 埋深 %4 与管底高程 %5 不符（差 %6 米）；在 %7</translation>
        </message>
        <message>
            <source>%1 invert %2 lies above the ground %3</source>
            <translation>%1 处管底高程 %2 高于地面高程 %3</translation>
        </message>
        <message>
            <source>%1 ground %2 - depth %3 is not invert %4 (off by %5 m)</source>
            <translation>%1 处地面高程 %2 − 埋深 %3 与管底高程 %4 不符（差 %5 米）</translation>
        </message>
        <message>
            <source>Pipe %1</source>
            <translation>管段 %1</translation>
        </message>
        <message>
            <source>Source %1</source>
            <translation>排水源 %1</translation>
        </message>
        <message>
            <source>direction of flow not known</source>
            <translation>流向不明</translation>
        </message>
        <message>
            <source>no invert at %1</source>
            <translation>缺管底高程：%1</translation>
        </message>
        <message>
            <source>neither YS, WS nor HS</source>
            <translation>不是 YS、WS 或 HS</translation>
        </message>
        <message>
            <source>Outfall %1: what it drains to is not known</source>
            <translation>排放口 %1：受纳去向不明</translation>
        </message>
        <message>
            <source>spills on the ground</source>
            <translation>散排至地面</translation>
        </message>
        <message>
            <source>no manhole recorded</source>
            <translation>没有记录所接检查井</translation>
        </message>
        <message>
            <source>carries neither rain nor sewage by its record</source>
            <translation>记录中既不排雨水也不排污水</translation>
        </message>
        <message>
            <source>Pipe %1 has no manhole at one of its ends</source>
            <translation>管段 %1 一端没有管点</translation>
        </message>
        <message>
            <source>Leave out pipes whose ends are not known, and report them</source>
            <translation>请略去端点不明的管段并予以报告</translation>
        </message>
        <message>
            <source>Source %1 names a manhole that is not there</source>
            <translation>排水源 %1 所接的管点不存在</translation>
        </message>
        <message>
            <source>The drainage check was stopped</source>
            <translation>排水检查已停止</translation>
        </message>
        <message>
            <source>Planning the drainage was stopped</source>
            <translation>排水方案编制已停止</translation>
        </message>
        <message>
            <source>pipe %1 does not begin where the one before it ends</source>
            <translation>管段 %1 的起点不是前一管段的终点</translation>
        </message>
        <message>
            <source>give pipes that follow each other</source>
            <translation>请给出首尾相接的管段</translation>
        </message>
        <message>
            <source>no pipes lead from %1 to %2</source>
            <translation>%1 与 %2 之间没有管段相通</translation>
        </message>
        <message>
            <source>choose two manholes of one network; abandoned pipes do not count</source>
            <translation>请选择同一管网中的两个管点；废弃管段不计</translation>
        </message>
        <message>
            <source>its manhole is not among the drainage points</source>
            <translation>所接管点不在排水管点中</translation>
        </message>
        <message>
            <source>the point at its start is not in the point table; the pipe is left out</source>
            <translation>起点不在管点表中；该管段已略去</translation>
        </message>
        <message>
            <source>the point at its end is not in the point table; the pipe is left out</source>
            <translation>终点不在管点表中；该管段已略去</translation>
        </message>
        <message>
            <source>given by the user</source>
            <translation>由用户给定</translation>
        </message>
        <message>
            <source>There is no storm formula &quot;%1&quot;</source>
            <translation>没有暴雨强度公式“%1”</translation>
        </message>
        <message>
            <source>Give a key of storm_formulas.csv, such as %1, or your city&apos;s four numbers: A,C,b,n</source>
            <translation>请给出 storm_formulas.csv 中的键，如 %1，或本市公式的四个参数：A,C,b,n</translation>
        </message>
        <message>
            <source>drainage_terms.csv has %1 twice</source>
            <translation>drainage_terms.csv 中 %1 出现两次</translation>
        </message>
        <message>
            <source>Remove one of the rows</source>
            <translation>请删去其中一行</translation>
        </message>
        <message>
            <source>There is no price for %1</source>
            <translation>%1 没有单价</translation>
        </message>
        <message>
            <source>Give a price table with --prices</source>
            <translation>请用 --prices 给出价目表</translation>
        </message>
        <message>
            <source>no consent regime &quot;%1&quot;</source>
            <translation>没有表决规则“%1”</translation>
        </message>
        <message>
            <source>see data/catalogue/consent_regimes.csv</source>
            <translation>见 data/catalogue/consent_regimes.csv</translation>
        </message>
        <message>
            <source>no scheme of cost shares &quot;%1&quot;</source>
            <translation>没有分摊方案“%1”</translation>
        </message>
        <message>
            <source>see data/catalogue/lift_cost_share.csv</source>
            <translation>见 data/catalogue/lift_cost_share.csv</translation>
        </message>
        <message>
            <source>the floors of the scheme do not count up from 1</source>
            <translation>方案的楼层未从 1 起连续编号</translation>
        </message>
        <message>
            <source>no gate or lane within %1 m that cars can come from</source>
            <translation>%1 米内没有可通车的大门或车道</translation>
        </message>
        <message>
            <source>no aisle and stall fit</source>
            <translation>容不下通道与车位</translation>
        </message>
        <message>
            <source>only %1 stalls</source>
            <translation>仅 %1 个车位</translation>
        </message>
        <message>
            <source>a layout failed verification (%1) and is left out</source>
            <translation>一处布置未通过复核（%1），已略去</translation>
        </message>
        <message>
            <source>%1 corners of the aisles are too tight to get round in one go</source>
            <translation>通道有 %1 处转角过急，无法一次通过</translation>
        </message>
        <message>
            <source>more than %1 stalls: a second exit is required</source>
            <translation>车位超过 %1 个：应设第二出口</translation>
        </message>
        <message>
            <source>no parking profile &quot;%1&quot;</source>
            <translation>没有停车标准“%1”</translation>
        </message>
        <message>
            <source>choose one of %1</source>
            <translation>请选择其一：%1</translation>
        </message>
        <message>
            <source>a stall has no size</source>
            <translation>车位没有尺寸</translation>
        </message>
        <message>
            <source>the rows for perpendicular and parallel stalls are missing</source>
            <translation>缺少垂直式与平行式车位的行</translation>
        </message>
        <message>
            <source>a car cannot get round this corner of the aisle in one go</source>
            <translation>车辆无法一次通过通道的该转角</translation>
        </message>
        <message>
            <source>the stall is neither a perpendicular nor a parallel rectangle of the rules</source>
            <translation>车位不是规则中的垂直式或平行式矩形</translation>
        </message>
        <message>
            <source>the stall leaves the free space</source>
            <translation>车位超出可用空间</translation>
        </message>
        <message>
            <source>there is no aisle of the required width in front of the stall</source>
            <translation>车位前没有所需宽度的通道</translation>
        </message>
        <message>
            <source>the stall overlaps stall %1</source>
            <translation>车位与车位 %1 重叠</translation>
        </message>
        <message>
            <source>the stall stands on an aisle</source>
            <translation>车位占用通道</translation>
        </message>
        <message>
            <source>an aisle leaves the free space and the existing lanes</source>
            <translation>通道超出可用空间与现有车道</translation>
        </message>
        <message>
            <source>the aisles hang together in %1 parts</source>
            <translation>通道分为不相连的 %1 段</translation>
        </message>
        <message>
            <source>no aisle reaches the entrance</source>
            <translation>没有通道到达出入口</translation>
        </message>
        <message>
            <source>Pipe %1 at %2 invert %3 lies above the ground %4 at %5 ground %6 - depth %7 is not invert %8 (off by %9 m)</source>
            <translation>管段 %1 在 %2 处管底高程 %3 高于地面高程 %4；在 %5 处地面高程 %6 − 埋深 %7 与管底高程 %8 不符（差 %9 米）</translation>
        </message>
        <message>
            <source>dxf_layers.csv or osm_tags.csv</source>
            <translation>dxf_layers.csv 或 osm_tags.csv</translation>
        </message>
        <message>
            <source>it does not answer as a map server does</source>
            <translation>应答不符合地图服务的格式</translation>
        </message>
        <message>
            <source>sewage into storm</source>
            <translation>污水管接入雨水</translation>
        </message>
        <message>
            <source>storm into sewage</source>
            <translation>雨水管接入污水</translation>
        </message>
        <message>
            <source>remixed</source>
            <translation>分流后又合流</translation>
        </message>
        <message>
            <source>sewage reaches storm</source>
            <translation>污水源排入雨水系统</translation>
        </message>
        <message>
            <source>rain reaches sewage</source>
            <translation>雨水源排入污水系统</translation>
        </message>
        <message>
            <source>storm combined link</source>
            <translation>雨水与合流连通</translation>
        </message>
        <message>
            <source>reverse slope</source>
            <translation>倒坡</translation>
        </message>
        <message>
            <source>diameter decrease</source>
            <translation>大管接小管</translation>
        </message>
        <message>
            <source>dead end</source>
            <translation>断头</translation>
        </message>
        <message>
            <source>cycle</source>
            <translation>环流</translation>
        </message>
        <message>
            <source>duplicate node</source>
            <translation>重复井点</translation>
        </message>
        <message>
            <source>isolated node</source>
            <translation>孤立井点</translation>
        </message>
        <message>
            <source>level mismatch</source>
            <translation>高程埋深不符</translation>
        </message>
        <message>
            <source>combined pipe</source>
            <translation>合流管</translation>
        </message>
        <message>
            <source>mixed riser</source>
            <translation>混接立管</translation>
        </message>
        <message>
            <source>storm</source>
            <translation>雨水</translation>
        </message>
        <message>
            <source>sewage</source>
            <translation>污水</translation>
        </message>
        <message>
            <source>combined</source>
            <translation>合流</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>不明</translation>
        </message>
        <message>
            <source>%1 (storm)</source>
            <translation>%1（雨水）</translation>
        </message>
        <message>
            <source>%1 (sewage)</source>
            <translation>%1（污水）</translation>
        </message>
        <message>
            <source>%1 (combined)</source>
            <translation>%1（合流）</translation>
        </message>
        <message>
            <source>%1 (unknown)</source>
            <translation>%1（不明）</translation>
        </message>
        <message>
            <source>The base map cannot be served on 127.0.0.1: %1</source>
            <translation>无法在 127.0.0.1 上提供底图：%1</translation>
        </message>
        <message>
            <source>Is a firewall or a sandbox forbidding local connections?</source>
            <translation>防火墙或沙箱是否禁止本机连接？</translation>
        </message>
        <message>
            <source>there is nothing to put on a sheet</source>
            <translation>没有可成图的内容</translation>
        </message>
        <message>
            <source>import estates or buildings, or merge districts first</source>
            <translation>请先导入小区或楼栋，或归并片区</translation>
        </message>
        <message>
            <source>no paper size &quot;%1&quot;</source>
            <translation>没有图幅“%1”</translation>
        </message>
        <message>
            <source>use A3, A2, A1, A0 or auto</source>
            <translation>请使用 A3、A2、A1、A0 或 auto</translation>
        </message>
        <message>
            <source>the map would need %1 sheets</source>
            <translation>成图需要 %1 幅</translation>
        </message>
        <message>
            <source>choose a larger paper or a smaller scale such as --scale %1</source>
            <translation>请选择更大的图幅或更小的比例尺，如 --scale %1</translation>
        </message>
        <message>
            <source>the size &quot;%1&quot; is missing</source>
            <translation>缺少尺寸“%1”</translation>
        </message>
        <message>
            <source>add its row</source>
            <translation>请补上该行</translation>
        </message>
        <message>
            <source>no paper &quot;%1&quot;</source>
            <translation>没有纸张“%1”</translation>
        </message>
        <message>
            <source>see papers.csv</source>
            <translation>见 papers.csv</translation>
        </message>
        <message>
            <source>the spreadsheet cannot be begun</source>
            <translation>无法开始写入电子表格</translation>
        </message>
        <message>
            <source>the spreadsheet cannot be made: %1</source>
            <translation>无法生成电子表格：%1</translation>
        </message>
        <message>
            <source>free some space in the folder for temporary files</source>
            <translation>请在临时文件夹所在磁盘腾出空间</translation>
        </message>
        <message>
            <source>the spreadsheet cannot be written</source>
            <translation>电子表格无法写入</translation>
        </message>
        <message>
            <source>the spreadsheet cannot be written: %1</source>
            <translation>电子表格无法写入：%1</translation>
        </message>
        <message>
            <source>check the folder, its permissions and the free space</source>
            <translation>请检查文件夹、权限和剩余空间</translation>
        </message>
        <message>
            <source>the PDF cannot be finished: %1</source>
            <translation>PDF 无法完成：%1</translation>
        </message>
        <message>
            <source>the font &quot;%1&quot; is not installed</source>
            <translation>未安装字体“%1”</translation>
        </message>
        <message>
            <source>install the package fonts-noto-cjk, or name another font with --font</source>
            <translation>请安装 fonts-noto-cjk 软件包，或用 --font 指定其他字体</translation>
        </message>
        <message>
            <source>printing was stopped</source>
            <translation>打印已停止</translation>
        </message>
        <message>
            <source>cannot be written: %1</source>
            <translation>无法写入：%1</translation>
        </message>
        <message>
            <source>check the folder and the free space</source>
            <translation>请检查文件夹和剩余空间</translation>
        </message>
        <message>
            <source>the image would have %1 million pixels</source>
            <translation>图片将有 %1 百万像素</translation>
        </message>
        <message>
            <source>ask for fewer dots an inch</source>
            <translation>请降低每英寸点数</translation>
        </message>
        <message>
            <source>the image cannot be encoded</source>
            <translation>图片无法编码</translation>
        </message>
        <message>
            <source>writing the sample city was cancelled</source>
            <translation>示例城市的写入已取消</translation>
        </message>
        <message>
            <source>a profile needs a drain</source>
            <translation>纵断面需要一条排水管段</translation>
        </message>
        <message>
            <source>click a pipe or manhole of class PS</source>
            <translation>请点击 PS 类的管段或管点</translation>
        </message>
        <message>
            <source>nothing is known to flow on from %1</source>
            <translation>%1 之后的流向不明</translation>
        </message>
        <message>
            <source>choose two manholes with Start here and Profile to here</source>
            <translation>请用“以此为起点”和“以此为终点”选择两个管点</translation>
        </message>
        <message>
            <source>a profile needs two manholes of drains</source>
            <translation>纵断面需要两个排水管点</translation>
        </message>
        <message>
            <source>click another one</source>
            <translation>请点击另一个</translation>
        </message>
        <message>
            <source>there is no district here</source>
            <translation>此处没有片区</translation>
        </message>
        <message>
            <source>click inside a district</source>
            <translation>请点击片区内部</translation>
        </message>
        <message>
            <source>no barrier is near district %1</source>
            <translation>片区 %1 附近没有阻隔</translation>
        </message>
        <message>
            <source>split it along a line of your own</source>
            <translation>请沿自绘的线拆分</translation>
        </message>
        <message>
            <source>the size &quot;strip-%1&quot; is missing</source>
            <translation>缺少尺寸“strip-%1”</translation>
        </message>
        <message>
            <source>cannot write the file</source>
            <translation>无法写入文件</translation>
        </message>
        <message>
            <source>cannot create the folder: %1</source>
            <translation>无法创建文件夹：%1</translation>
        </message>
        <message>
            <source>choose a folder that can be written</source>
            <translation>请选择可写入的文件夹</translation>
        </message>
        <message>
            <source>making the sample city was cancelled</source>
            <translation>示例城市的生成已取消</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Joining was cancelled.</source>
            <translation>连接已取消。</translation>
        </message>
        <message>
            <source>not a geometry in well-known text: &quot;%1&quot;</source>
            <translation>不是 WKT 几何：“%1”</translation>
        </message>
        <message>
            <source>use POINT, LINESTRING, POLYGON or their MULTI forms</source>
            <translation>请使用 POINT、LINESTRING、POLYGON 或其 MULTI 形式</translation>
        </message>
        <message>
            <source>well-known text breaks at character %1: expected %2</source>
            <translation>WKT 在第 %1 个字符处中断：应为 %2</translation>
        </message>
        <message>
            <source>the city&apos;s profile is no JSON object</source>
            <translation>城市参数不是 JSON 对象</translation>
        </message>
        <message>
            <source>make it anew with: pianqu profile PROJECT --reset</source>
            <translation>请重新设置：pianqu profile PROJECT --reset</translation>
        </message>
        <message>
            <source>a limit is below 0 or no number</source>
            <translation>限值小于 0 或不是数</translation>
        </message>
        <message>
            <source>give 0 or more</source>
            <translation>请填 0 或更大的数</translation>
        </message>
        <message>
            <source>the least households of a district are above the most</source>
            <translation>片区户数下限大于上限</translation>
        </message>
        <message>
            <source>lower the one or raise the other</source>
            <translation>请调低下限或调高上限</translation>
        </message>
        <message>
            <source>there is no fund source %1</source>
            <translation>没有资金来源 %1</translation>
        </message>
        <message>
            <source>the catalogue has %1</source>
            <translation>目录中有：%1</translation>
        </message>
        <message>
            <source>district %1 has %2 ha, the limit is %3 ha</source>
            <translation>片区 %1 面积 %2 公顷，下限 %3 公顷</translation>
        </message>
        <message>
            <source>There is no unit %1 among what is merged.</source>
            <translation>参与归并的单元中没有 %1。</translation>
        </message>
        <message>
            <source>Give the code of an estate or of a scattered building that needs renovation and is in no pinned district.</source>
            <translation>请给出需改造且不在锁定片区内的小区或零星楼的编码。</translation>
        </message>
    </context>
    <context>
        <name>LayerSettings</name>
        <message>
            <source>Opacity</source>
            <translation>不透明度</translation>
        </message>
        <message>
            <source>Scales</source>
            <translation>比例尺</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
    </context>
    <context>
        <name>StylePanel</name>
        <message>
            <source>Choose a layer in the list to change how it looks.</source>
            <translation>在图层列表中选一个图层，即可修改它的样式。</translation>
        </message>
        <message>
            <source>As shipped</source>
            <translation>恢复缺省</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Export the style of this layer</source>
            <translation>导出本图层的样式</translation>
        </message>
        <message>
            <source>QGIS style (*.qml)</source>
            <translation>QGIS 样式 (*.qml)</translation>
        </message>
        <message>
            <source>Styled layer descriptor (*.sld)</source>
            <translation>SLD 样式 (*.sld)</translation>
        </message>
    </context>
    <context>
        <name>StyleChoices</name>
        <message>
            <source>One symbol</source>
            <translation>单一符号</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Natural breaks</source>
            <translation>自然断点</translation>
        </message>
        <message>
            <source>Equal counts</source>
            <translation>等量</translation>
        </message>
        <message>
            <source>Equal steps</source>
            <translation>等距</translation>
        </message>
        <message>
            <source>Rounded steps</source>
            <translation>整数间距</translation>
        </message>
        <message>
            <source>Attribute</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>分级</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>配色</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>注记</translation>
        </message>
    </context>
    <context>
        <name>PipePanel</name>
        <message>
            <source>Click a pipe or a manhole on the map to trace it, cut it or draw its longitudinal profile.</source>
            <translation>在图上点选管段或检查井，可追踪上下游、看断面、画纵断面图。</translation>
        </message>
        <message>
            <source>Upstream</source>
            <translation>上游</translation>
        </message>
        <message>
            <source>Downstream</source>
            <translation>下游</translation>
        </message>
        <message>
            <source>Profile to the outfall</source>
            <translation>至排口纵断面</translation>
        </message>
        <message>
            <source>Profile from here</source>
            <translation>以此为起点</translation>
        </message>
        <message>
            <source>Profile to here</source>
            <translation>以此为终点</translation>
        </message>
        <message>
            <source>Crossings</source>
            <translation>交叉净距</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>横断面</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
    </context>
    <context>
        <name>ProfilePanel</name>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>No profile yet. Click a drain on the map and choose a profile under Pipes.</source>
            <translation>还没有纵断面。请在图上点选排水管，再在“管线”中选择纵断面。</translation>
        </message>
        <message>
            <source>Export the profile</source>
            <translation>导出纵断面图</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>SVG (*.svg)</source>
            <translation>SVG (*.svg)</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::StyleController</name>
        <message>
            <source>%1. %2</source>
            <translation>%1。%2</translation>
        </message>
        <message>
            <source>Style written to %1</source>
            <translation>样式已写入 %1</translation>
        </message>
        <message>
            <source>%1 cannot be written.</source>
            <translation>%1 无法写入。</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>请换一个文件夹。</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::PipeController</name>
        <message>
            <source>This is no drain: nothing is known about which way it runs.</source>
            <translation>这不是排水管，流向未知。</translation>
        </message>
        <message>
            <source>Upstream of %1: pipes %2</source>
            <translation>%1 的上游：管段 %2</translation>
        </message>
        <message>
            <source>Downstream of %1: pipes %2</source>
            <translation>%1 的下游：管段 %2</translation>
        </message>
        <message>
            <source>No outfall is reached.</source>
            <translation>没有到达排口。</translation>
        </message>
        <message>
            <source>Outfalls: %1</source>
            <translation>到达排口：%1</translation>
        </message>
        <message>
            <source>The profile starts at %1. Click its other end.</source>
            <translation>纵断面起点为 %1，请点选另一端。</translation>
        </message>
        <message>
            <source>Profile: %1 m, %2 manholes, %3 crossings, %4 too close</source>
            <translation>纵断面：%1 m，检查井 %2 座，交叉 %3 处，净距不足 %4 处</translation>
        </message>
        <message>
            <source>Longitudinal profile %1 – %2</source>
            <translation>纵断面图 %1 – %2</translation>
        </message>
        <message>
            <source>%1 m · ground %2 · invert %3 · top %4</source>
            <translation>里程 %1 m · 地面 %2 · 管内底 %3 · 管顶 %4</translation>
        </message>
        <message>
            <source>Nothing crosses %1.</source>
            <translation>%1 没有交叉管线。</translation>
        </message>
        <message>
            <source>Crossings of %1: free height / required (* to be checked against the printed standard)</source>
            <translation>%1 的交叉管线：净距 / 规范最小值（* 待核对）</translation>
        </message>
        <message>
            <source>Section across %1: distance, pipe, bottom – top</source>
            <translation>%1 处横断面：距离、管线、管底 – 管顶</translation>
        </message>
        <message>
            <source>Profile written to %1</source>
            <translation>纵断面图已写入 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n pipes of unknown direction were not passed.</source>
            <translation>
                <numerusform>有 %n 根流向不明的管段未追踪。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AddressCard</name>
        <message>
            <source>A map from an address</source>
            <translation>来自地址的地图</translation>
        </message>
        <message>
            <source>Show on the map</source>
            <translation>显示在地图上</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Tiles: https://…/{z}/{x}/{y}.png, or {-y} where rows count from the south. WMTS:https://…, WMS:https://…?layers=…, or a COG: https://….tif</source>
            <translation>瓦片：https://…/{z}/{x}/{y}.png，行号自南起算时写 {-y}。WMTS:https://…、WMS:https://…?layers=…，或 COG：https://….tif</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>the server's</source>
            <translation>服务器名</translation>
        </message>
        <message>
            <source>Drawn in</source>
            <translation>坐标基准</translation>
        </message>
        <message>
            <source>CGCS2000 or WGS 84</source>
            <translation>CGCS2000 或 WGS 84</translation>
        </message>
        <message>
            <source>GCJ-02: the shift is taken off</source>
            <translation>GCJ-02：显示时纠偏</translation>
        </message>
        <message>
            <source>BD-09: the shift is taken off</source>
            <translation>BD-09：显示时纠偏</translation>
        </message>
    </context>
    <context>
        <name>OverlayList</name>
        <message>
            <source>Move up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Overlays</source>
            <translation>叠加</translation>
        </message>
        <message>
            <source>File…</source>
            <translation>文件…</translation>
        </message>
        <message>
            <source>Lays a file on the map without importing it</source>
            <translation>把文件叠加到地图上，不导入</translation>
        </message>
        <message>
            <source>Address…</source>
            <translation>地址…</translation>
        </message>
        <message>
            <source>A base map of a server: XYZ, WMTS, WMS, COG</source>
            <translation>服务器上的底图：XYZ、WMTS、WMS、COG</translation>
        </message>
        <message>
            <source>Drag a drawing, a shapefile or a scanned map onto the map to look at it without importing it.</source>
            <translation>把图纸、矢量文件或扫描图拖到地图上，即可叠加查看而不导入。</translation>
        </message>
        <message>
            <source>Zoom to it</source>
            <translation>缩放到此</translation>
        </message>
        <message>
            <source>Put under the layers</source>
            <translation>移到图层之下</translation>
        </message>
        <message>
            <source>Put over the layers</source>
            <translation>移到图层之上</translation>
        </message>
        <message>
            <source>Choose another file…</source>
            <translation>改选文件…</translation>
        </message>
        <message>
            <source>Take off the map</source>
            <translation>从地图上移除</translation>
        </message>
        <message>
            <source>Files to show on the map</source>
            <translation>选择要叠加的文件</translation>
        </message>
        <message>
            <source>Where the file is now</source>
            <translation>文件现在的位置</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::OverlayModel</name>
        <message>
            <source>%1 is no address of a map.</source>
            <translation>%1 不是地图地址。</translation>
        </message>
        <message>
            <source>For example https://…/{z}/{x}/{y}.png, WMTS:https://…, WMS:https://…, or a COG at https://….tif.</source>
            <translation>例如 https://…/{z}/{x}/{y}.png、WMTS:https://…、WMS:https://…，或 https://….tif 的 COG。</translation>
        </message>
        <message>
            <source>reading…</source>
            <translation>正在读取…</translation>
        </message>
        <message>
            <source>Reading %1</source>
            <translation>读取 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n shapes</source>
            <translation>
                <numerusform>%n 个图形</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out: %1</source>
            <translation>
                <numerusform>%n 个未显示：%1</numerusform>
            </translation>
        </message>
        <message>
            <source>map from a server</source>
            <translation>服务器地图</translation>
        </message>
        <message>
            <source>picture</source>
            <translation>图像</translation>
        </message>
        <message>
            <source>%1 covers more than the map can show at once.</source>
            <translation>%1 的范围超出地图一次可显示的大小。</translation>
        </message>
    </context>
    <context>
        <name>OverlayRow</name>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>What can be done with it</source>
            <translation>可用操作</translation>
        </message>
        <message>
            <source>Opacity</source>
            <translation>不透明度</translation>
        </message>
        <message>
            <source>System</source>
            <translation>坐标系</translation>
        </message>
        <message>
            <source>as judged; or EPSG:4547, gcj02, bd09</source>
            <translation>自动判断；或 EPSG:4547、gcj02、bd09</translation>
        </message>
        <message>
            <source>Locate the file…</source>
            <translation>指定文件位置…</translation>
        </message>
        <message>
            <source>Colour on the map</source>
            <translation>在地图上的颜色</translation>
        </message>
    </context>
    <context>
        <name>LayerTree</name>
        <message>
            <source>Zoom to the layer</source>
            <translation>缩放到图层</translation>
        </message>
        <message>
            <source>Show only this layer</source>
            <translation>只显示此图层</translation>
        </message>
        <message>
            <source>Show all layers</source>
            <translation>显示全部图层</translation>
        </message>
        <message>
            <source>Open the table</source>
            <translation>打开属性表</translation>
        </message>
        <message>
            <source>Choose from it…</source>
            <translation>从中选择…</translation>
        </message>
        <message>
            <source>Change the style…</source>
            <translation>修改样式…</translation>
        </message>
    </context>
    <context>
        <name>MapMenu</name>
        <message>
            <source>What is known about %1</source>
            <translation>查看 %1 的属性</translation>
        </message>
        <message>
            <source>Nothing is here</source>
            <translation>此处没有要素</translation>
        </message>
        <message>
            <source>Show in the table</source>
            <translation>在表中显示</translation>
        </message>
        <message>
            <source>Choose all that look like it</source>
            <translation>选择同类要素</translation>
        </message>
        <message>
            <source>Copy %1</source>
            <translation>复制 %1</translation>
        </message>
        <message>
            <source>Centre the map here</source>
            <translation>以此为地图中心</translation>
        </message>
        <message>
            <source>Go to scale…</source>
            <translation>转到比例尺…</translation>
        </message>
        <message>
            <source>Measure a length from here</source>
            <translation>从这里量距离</translation>
        </message>
        <message>
            <source>Measure an area from here</source>
            <translation>从这里量面积</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::PlaceMenu</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>已选 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>Add to %1 %2</source>
            <translation>划入 %1 %2</translation>
        </message>
        <message>
            <source>Add to the active district</source>
            <translation>划入当前片区</translation>
        </message>
        <message>
            <source>Copied: %1</source>
            <translation>已复制：%1</translation>
        </message>
    </context>
    <context>
        <name>SelectPanel</name>
        <message>
            <source>What is chosen from</source>
            <translation>从哪个图层选择</translation>
        </message>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>已选 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>Anew</source>
            <translation>新选</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>移出</translation>
        </message>
        <message>
            <source>Among the chosen</source>
            <translation>在已选中选</translation>
        </message>
        <message>
            <source>By attributes</source>
            <translation>按属性</translation>
        </message>
        <message>
            <source>Puts the name of an attribute into the condition</source>
            <translation>把字段名插入条件</translation>
        </message>
        <message>
            <source>Attribute…</source>
            <translation>字段…</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>选择</translation>
        </message>
        <message>
            <source>By place</source>
            <translation>按位置</translation>
        </message>
        <message>
            <source>Features of another layer that lie inside what is chosen, touch it, or come near it:</source>
            <translation>选择另一图层中位于已选要素之内、与其相接或在其附近的要素：</translation>
        </message>
        <message>
            <source>Choose something first: a click on the map, Shift and drag, or a condition. What lies in it or near it can be chosen then.</source>
            <translation>请先选择要素：在地图上点选、按住 Shift 框选，或按条件选择；然后可选择其内部或附近的要素。</translation>
        </message>
        <message>
            <source>Inside</source>
            <translation>在内部</translation>
        </message>
        <message>
            <source>Inside or touching</source>
            <translation>在内部或相接</translation>
        </message>
        <message>
            <source>Within, m</source>
            <translation>距离（米）</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Invert</source>
            <translation>反选</translation>
        </message>
        <message>
            <source>None</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>转到此处</translation>
        </message>
        <message>
            <source>In the table</source>
            <translation>在表中查看</translation>
        </message>
    </context>
    <context>
        <name>pianqu::app::SelectionController</name>
        <message>
            <source>The theme of the map does not show this layer.</source>
            <translation>当前主题不显示此图层。</translation>
        </message>
        <message>
            <source>Choose another theme, such as the one with every layer.</source>
            <translation>请换一个主题，例如显示全部图层的主题。</translation>
        </message>
    </context>
    <context>
        <name>TableColumnMenu</name>
        <message>
            <source>Sort up</source>
            <translation>升序</translation>
        </message>
        <message>
            <source>Sort down</source>
            <translation>降序</translation>
        </message>
        <message>
            <source>Only rows without a value</source>
            <translation>只显示空值行</translation>
        </message>
        <message>
            <source>All rows</source>
            <translation>显示全部行</translation>
        </message>
    </context>
    <context>
        <name>TableRowMenu</name>
        <message>
            <source>Go there</source>
            <translation>转到此处</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Only rows with this value</source>
            <translation>只显示此值的行</translation>
        </message>
        <message>
            <source>Choose all with this value</source>
            <translation>选择此值的全部行</translation>
        </message>
        <message>
            <source>Invert what is chosen</source>
            <translation>反选</translation>
        </message>
        <message>
            <source>Copy the value</source>
            <translation>复制此值</translation>
        </message>
        <message>
            <source>Copy the chosen rows</source>
            <translation>复制已选行</translation>
        </message>
    </context>
    <context>
        <name>ClassRow</name>
        <message>
            <source>Take the class out</source>
            <translation>移除此分类</translation>
        </message>
        <message>
            <source>Colour of the class</source>
            <translation>分类颜色</translation>
        </message>
    </context>
    <context>
        <name>LayerTreeRow</name>
        <message>
            <source>Drag to move the layer in the drawing order</source>
            <translation>拖动以调整图层的叠放次序</translation>
        </message>
    </context>
    <context>
        <name>ProfileFields</name>
        <message>
            <source>Households</source>
            <translation>户数</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Least ground, ha</source>
            <translation>最小面积（公顷）</translation>
        </message>
        <message>
            <source>cities ask for 10 or 20</source>
            <translation>各地要求 10 或 20</translation>
        </message>
        <message>
            <source>Greatest span, m</source>
            <translation>最大跨度（米）</translation>
        </message>
        <message>
            <source>Most floor area, m²</source>
            <translation>最大建筑面积（m²）</translation>
        </message>
        <message>
            <source>Fund sources</source>
            <translation>资金来源</translation>
        </message>
        <message>
            <source>No measure of the catalogue names it</source>
            <translation>目录中没有措施可由其列支</translation>
        </message>
        <message>
            <source>Pays for: %1</source>
            <translation>可列支：%1</translation>
        </message>
    </context>
    <context>
        <name>ProfileCard</name>
        <message>
            <source>Profile of the city</source>
            <translation>城市参数</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>What the city asks of its districts: merging starts from it, the ledger shows it in colour, and checks go by it. Districts that there are stay as they are.</source>
            <translation>本市对片区的要求：归并以此为起点，台账据此标色，检查据此判断。已有片区不变。</translation>
        </message>
    </context>
</TS>
