//! Every clause of the notice, in its order. The summaries are our own words, shorter than the paper.

use super::Clause;
use crate::language::Text;

/// Every clause, in the order of the notice.
pub const CLAUSES: &[Clause] = &[
    Clause {
        id: "0",
        summary: Text::new(
            "县政府办公室2021年3月17日印发，发至城关镇、县直各部门和省市驻高单位；依据国办发〔2020〕23号、甘政办发〔2020〕102号、张政办发〔2020〕65号。",
            "Issued on 17 March 2021 by the county government's office to the town, the departments and the stationed units, on the basis of the national, provincial and city papers of 2020.",
        ),
        line: "通知: issued 2021-03-17 by the county government's office to town, departments and stationed units; basis 国办发〔2020〕23号, 甘政办发〔2020〕102号, 张政办发〔2020〕65号",
        implemented_by: "Programme.basis_docs; R-07; about page",
        implemented_by_zh: "改造规划的依据文件；R-07；关于页面",
    },
    Clause {
        id: "1",
        summary: Text::new(
            "以改善居住条件、完善社区服务、提高管理智能化水平为总的方向。",
            "The aim is better homes and services and smarter management for the residents of old communities.",
        ),
        line: "总体要求: better living, services, smarter management",
        implemented_by: "nothing to compute: overview text",
        implemented_by_zh: "仅作说明，不涉及计算",
    },
    Clause {
        id: "2.1a",
        summary: Text::new(
            "用5年时间改造建成较早、失养失修失管、市政配套和社区服务设施不足的老旧小区，单栋住宅楼包括在内。",
            "Five years; the object is communities, single blocks included, that are old, unkept, and lack municipal and service facilities.",
        ),
        line: "5 years; object: communities incl. single blocks (含单栋住宅楼) that are old, unkept, lacking municipal and service facilities",
        implemented_by: "Community flags built_early, neglected, infra_incomplete, service_incomplete; Building; R-56",
        implemented_by_zh: "小区标志（建成年代较早、失养失修失管、市政配套设施不完善、社区服务设施不健全）；楼栋；R-56",
    },
    Clause {
        id: "2.1b",
        summary: Text::new(
            "2021年至2023年以2000年前建成的小区为重点，2024年、2025年以2005年前建成的小区为重点。",
            "2021–2023: built before 2000; 2024–2025: built before 2005.",
        ),
        line: "2021–2023: built before 2000 (2000年前); 2024–2025: before 2005 (2005年前)",
        implemented_by: "window_cutoff; R-01",
        implemented_by_zh: "建成年代窗口参数；R-01",
    },
    Clause {
        id: "2.1c",
        summary: Text::new(
            "“十四五”末完成24个小区、70万平方米以上、7000户，2005年前建成的小区基本改完。",
            "By the end of the 14th five-year plan: 24 communities, at least 700,000 ㎡, 7,000 households; those built before 2005 basically done.",
        ),
        line: "by end of 十四五: 24 communities, ≥700,000 ㎡, 7,000 households; pre-2005 basically done",
        implemented_by: "Programme targets; L-01, L-14",
        implemented_by_zh: "改造规划目标；L-01、L-14",
    },
    Clause {
        id: "2.1d",
        summary: Text::new(
            "改造范围随国家政策逐步放宽，符合条件的都纳入，能改的都改。",
            "The scope widens with national policy; whatever qualifies is taken in, whatever can be renovated is.",
        ),
        line: "widen scope with national policy; 应纳尽纳、能改全改",
        implemented_by: "ScopeAdjustment; R-02; L-14",
        implemented_by_zh: "范围调整；R-02；L-14",
    },
    Clause {
        id: "2.2a",
        summary: Text::new(
            "重点是2000年底前建成的小区，建成年限可按国家年度申报要求调整。",
            "The key scope is built by the end of 2000; the year limit is adjusted to the national annual declaration.",
        ),
        line: "key scope 2000年底前; year limit adjusted to the national annual declaration",
        implemented_by: "window_reading; R-01, R-02",
        implemented_by_zh: "年代口径参数；R-01、R-02",
    },
    Clause {
        id: "2.2b",
        summary: Text::new(
            "享受过其他中央补助（如节能改造、“三供一业”）的小区，设施仍不足且居民意愿强烈的可以再纳入，但同一内容不得再用中央资金。",
            "Communities that had other central aid (energy saving, transfer of enterprise utilities) may enter if still deficient and their residents strongly willing; the same content never gets central money twice.",
        ),
        line: "already central-subsidised (节能改造, 三供一业): may enter if still deficient and residents willing; same content never central money twice",
        implemented_by: "PriorSubsidy; R-04, R-05",
        implemented_by_zh: "曾获补助；R-04、R-05",
    },
    Clause {
        id: "2.2c",
        summary: Text::new(
            "已列入征收拆迁计划的小区和独栋住宅楼不纳入改造。",
            "Communities and blocks planned for expropriation stay out.",
        ),
        line: "exclude communities/blocks planned for expropriation (计划征收拆迁)",
        implemented_by: "R-03",
        implemented_by_zh: "R-03",
    },
    Clause {
        id: "2.2d",
        summary: Text::new(
            "不得借改造之名搞房地产开发。",
            "Renovation must not be real-estate development in disguise.",
        ),
        line: "no disguised real-estate development (变相搞房地产开发)",
        implemented_by: "R-06",
        implemented_by_zh: "R-06",
    },
    Clause {
        id: "2.3",
        summary: Text::new(
            "改造内容分三类：基础类、完善类、提升类。",
            "There are three categories of works: basic, improvement and upgrade.",
        ),
        line: "three categories: 基础类, 完善类, 提升类",
        implemented_by: "Class enum; R-10, R-12",
        implemented_by_zh: "改造项类别；R-10、R-12",
    },
    Clause {
        id: "2.3.1",
        summary: Text::new(
            "基础类：改造市政配套基础设施，维修屋面、外墙、楼梯等公共部位。",
            "Basic: municipal infrastructure is renewed and common parts such as roofs, facades and stairs are repaired.",
        ),
        line: "基础类: municipal infrastructure + common parts repair",
        implemented_by: "items B01–B19",
        implemented_by_zh: "改造项B01–B19",
    },
    Clause {
        id: "2.3.2",
        summary: Text::new(
            "完善类：改善环境和配套设施，建筑节能，有条件的加装电梯，5G设施和光纤到户。",
            "Improvement: environment and facilities, energy saving, lifts where possible, 5G and fibre.",
        ),
        line: "完善类: environment, energy saving, lifts, 5G, fibre",
        implemented_by: "items I01–I20; R-15",
        implemented_by_zh: "改造项I01–I20；R-15",
    },
    Clause {
        id: "2.3.3",
        summary: Text::new(
            "提升类：配建公共服务设施并作智慧化改造，发展社区专项服务。",
            "Upgrade: public services with their smart retrofit, and community services.",
        ),
        line: "提升类: public services and smart retrofit, community services",
        implemented_by: "items U01–U18",
        implemented_by_zh: "改造项U01–U18",
    },
    Clause {
        id: "3.1a",
        summary: Text::new(
            "受益者出资；以奖补引导居民承担门窗更换和水表、电表表后改造。",
            "Who benefits pays; rewards lead residents to fund windows and the works behind their water and power meters.",
        ),
        line: "谁受益谁出资; rewards (奖补); residents fund windows, behind-meter water/power",
        implemented_by: "F01, F13; H01–H03; R-20, R-16",
        implemented_by_zh: "F01、F13；H01–H03；R-20、R-16",
    },
    Clause {
        id: "3.1b",
        summary: Text::new(
            "居民还可以让渡楼面、动用小区公共收益、投工投劳。",
            "Residents may also give roof and facade space, common income and labour.",
        ),
        line: "residents also give roof/facade space, common income, labour",
        implemented_by: "F02–F04; R-28, R-25, R-16",
        implemented_by_zh: "F02–F04；R-28、R-25、R-16",
    },
    Clause {
        id: "3.1c",
        summary: Text::new(
            "广告、便民亭、停车、充电、信包箱等共有部分的经营收入，可用于改造和物业管理。",
            "Income from advertising, kiosks, parking, charging and mail boxes in common areas may pay for renovation and property management.",
        ),
        line: "income from ads, kiosks, parking, charging, mail boxes → renovation and property management",
        implemented_by: "F05; R-25, R-16",
        implemented_by_zh: "F05；R-25、R-16",
    },
    Clause {
        id: "3.1d",
        summary: Text::new(
            "符合提取条件的产权人，可提取本人及配偶的公积金，用于加装电梯等自住房改造。",
            "Owners who qualify may draw their own and their spouse's housing provident fund for lifts and works on their dwelling.",
        ),
        line: "housing provident fund of owner and spouse for lifts and own-dwelling work",
        implemented_by: "F06, Withdrawal; R-21, R-16, R-44",
        implemented_by_zh: "F06、公积金提取；R-21、R-16、R-44",
    },
    Clause {
        id: "3.1e",
        summary: Text::new(
            "住宅专项维修资金可依省、市管理办法用于改造。",
            "The residential maintenance fund may be used under the rules of Gansu and Zhangye.",
        ),
        line: "special maintenance fund under the Gansu and Zhangye measures",
        implemented_by: "F07; R-22, R-32, R-16",
        implemented_by_zh: "F07；R-22、R-32、R-16",
    },
    Clause {
        id: "3.2a",
        summary: Text::new(
            "争取中央补助和省级财政补助，先保基本，重点用于基础类。",
            "Central and provincial aid is applied for; it covers basic needs first, mainly the basic category.",
        ),
        line: "central (财政专项, 预算内投资) and provincial aid; 保基本, mainly 基础类",
        implemented_by: "F08–F10; R-17, R-16",
        implemented_by_zh: "F08–F10；R-17、R-16",
    },
    Clause {
        id: "3.2b",
        summary: Text::new("争取省直部门的专项补助。", "Special aid of provincial departments is applied for."),
        line: "provincial departments' special aid",
        implemented_by: "F11; R-16",
        implemented_by_zh: "F11；R-16",
    },
    Clause {
        id: "3.2c",
        summary: Text::new("争取改造项目的政府专项债券。", "Government special bonds are applied for."),
        line: "government special bonds",
        implemented_by: "F12; R-23, R-16",
        implemented_by_zh: "F12；R-23、R-16",
    },
    Clause {
        id: "3.2d",
        summary: Text::new(
            "县财政多渠道安排奖补，国有住房出售收入的存量资金也可使用。",
            "The county pays rewards and subsidies from several channels, among them money left from the sale of state housing.",
        ),
        line: "county rewards/subsidies; stock money from sale of state housing",
        implemented_by: "F13, F14; D9; R-16",
        implemented_by_zh: "F13、F14；D9；R-16",
    },
    Clause {
        id: "3.2e",
        summary: Text::new(
            "落实国家对老旧小区改造的税费减免。",
            "The national tax and fee relief for renovation is applied.",
        ),
        line: "tax and fee relief",
        implemented_by: "TaxRelief; duty 17.1",
        implemented_by_zh: "税费减免；职责17.1",
    },
    Clause {
        id: "3.3a",
        summary: Text::new(
            "先明确设施产权，由县住建局牵头，支持供水、供暖、污水、电力、燃气、通信单位改造小区内及周边管线。",
            "Ownership is cleared first; the housing bureau leads; operators of water, heating, sewage, power, gas and telecom renovate in and around the community.",
        ),
        line: "clarify ownership; 住建局 leads; operators of 供水/供暖/污水/电力/燃气/通信 renovate in and around",
        implemented_by: "Operator organisations; AssetRight; D12; R-55",
        implemented_by_zh: "管线专营单位名录；设施产权；D12；R-55",
    },
    Clause {
        id: "3.3b",
        summary: Text::new(
            "各管线单位分担改造费用，范围和比例与县住建局商定；出资原则上不低于管线改造投资的30%。",
            "Operators share the cost; scope and ratio are settled with the housing bureau; in principle they pay at least 30% of the pipeline investment.",
        ),
        line: "operators share the cost; scope/ratio negotiated with 住建局; in principle ≥30% of pipeline investment",
        implemented_by: "F15; OperatorAgreement; D1; R-18, R-16; L-08",
        implemented_by_zh: "F15；管线单位协议；D1；R-18、R-16；L-08",
    },
    Clause {
        id: "3.3c",
        summary: Text::new(
            "鼓励原产权单位和开发企业捐钱捐物。",
            "Former owner units and developers are encouraged to give money and goods.",
        ),
        line: "original owner units and developers donate money/goods",
        implemented_by: "F16, F17; R-28, R-16",
        implemented_by_zh: "F16、F17；R-28、R-16",
    },
    Clause {
        id: "3.3d",
        summary: Text::new(
            "电力、通讯、有线电视的管沟、站房、箱柜，土建由财政支持；线缆更新和入地由各专业单位实施。",
            "For power, telecom and cable TV, the civil works of trenches, rooms and cabinets get fiscal support; the operators renew the cables and lay them underground.",
        ),
        line: "power/telecom/cable-TV trenches, rooms, cabinets: civil works fiscal; cables and undergrounding done by operators",
        implemented_by: "InvestmentLine.component; R-19",
        implemented_by_zh: "明细的费用构成；R-19",
    },
    Clause {
        id: "3.3e",
        summary: Text::new(
            "鼓励向5G等移动通信设施开放楼面。",
            "Roof space is opened to 5G and other mobile communication.",
        ),
        line: "open roof space to 5G",
        implemented_by: "I16; F02",
        implemented_by_zh: "I16；F02",
    },
    Clause {
        id: "3.4",
        summary: Text::new(
            "民政、文化、卫生、教育、体育等部门争取养老、文化、卫生、托幼、体育资金，统筹投入老旧小区。",
            "Civil affairs, culture, health, education and sport bring their sector funds (elderly care, culture, health, childcare, sport).",
        ),
        line: "民政、文化、卫生、教育、体育 bring sector funds (养老、文化、卫生、托幼、体育)",
        implemented_by: "F18; D6; R-29",
        implemented_by_zh: "F18；D6；R-29",
    },
    Clause {
        id: "3.5a",
        summary: Text::new(
            "加强与国开行、农发行省分行对接，争取信贷支持。",
            "Credit of China Development Bank and the Agricultural Development Bank is sought through their Gansu branches.",
        ),
        line: "国开行/农发行 Gansu branches credit",
        implemented_by: "F19; D10; R-24, R-16",
        implemented_by_zh: "F19；D10；R-24、R-16",
    },
    Clause {
        id: "3.5b",
        summary: Text::new(
            "商业银行在风险可控的前提下依法合规向改造企业和项目放贷。",
            "Commercial banks lend to enterprises and projects, lawfully and within their risk.",
        ),
        line: "commercial banks lend lawfully to enterprises and projects",
        implemented_by: "F20; R-24, R-16",
        implemented_by_zh: "F20；R-24、R-16",
    },
    Clause {
        id: "3.6a",
        summary: Text::new(
            "三类项目打捆发包，社会资本可以直接或间接投资、参股、委托代建。",
            "The three categories are tendered together; private capital may invest directly or indirectly, take equity or be entrusted with building.",
        ),
        line: "social capital: direct, indirect, equity, entrusted building; bundle the three categories",
        implemented_by: "F21 with mode; a project holds many communities; R-16",
        implemented_by_zh: "F21及其投入方式；一个项目可含多个小区；R-16",
    },
    Clause {
        id: "3.6b",
        summary: Text::new(
            "实施运营单位可以发行公司信用类债券、项目收益票据，但不得承担政府融资职能，不得新增隐性债务。",
            "Those who build and operate may issue corporate credit bonds and project revenue notes, but never finance the government or add hidden debt.",
        ),
        line: "corporate credit bonds, project revenue notes; no government financing function; no new hidden debt",
        implemented_by: "F22, F23; R-24, R-16",
        implemented_by_zh: "F22、F23；R-24、R-16",
    },
    Clause {
        id: "3.6c",
        summary: Text::new(
            "推广特许经营、BOO、政府和社会资本合作。",
            "Concession, BOO and public-private partnership are promoted.",
        ),
        line: "concession, BOO, PPP",
        implemented_by: "F21 mode; R-16",
        implemented_by_zh: "F21的投入方式；R-16",
    },
    Clause {
        id: "3.6d",
        summary: Text::new(
            "社会资本在市场准入、产业扶持、税费减免上享受优惠。",
            "Private capital enjoys market access, industry support and tax relief.",
        ),
        line: "market access, industry support, tax relief for social capital",
        implemented_by: "TaxRelief",
        implemented_by_zh: "税费减免",
    },
    Clause {
        id: "4.1",
        summary: Text::new(
            "方案先经居民同意，再由住建、发改、财政、自然资源等部门联合审查；通过后作为以后各项审批的依据。",
            "After the residents consent, the departments of housing, development and reform, finance and natural resources jointly review the plan (further ones may be added); it is the basis of all later approvals.",
        ),
        line: "after residents consent, 住建, 发改, 财政, 自然资源 (the source adds 等: further departments may be added) jointly review the plan; it is the basis of all later approvals",
        implemented_by: "S01, S02; D2; R-32, R-33",
        implemented_by_zh: "S01、S02；D2；R-32、R-33",
    },
    Clause {
        id: "4.2a",
        summary: Text::new(
            "使用张掖市工程建设项目审批管理系统办理。",
            "The city's approval system for construction projects is used.",
        ),
        line: "use 张掖市工程建设项目审批管理系统",
        implemented_by: "ApprovalStep.external_no; R-45",
        implemented_by_zh: "审批事项的外部编号；R-45",
    },
    Clause {
        id: "4.2b",
        summary: Text::new(
            "列入年度计划的，项目建议书、可研、初设概算可合并为可研（代初步设计）；批复按基础类（主体改造修缮加配套基础设施）、完善类、提升类分别明确投资和内容。",
            "In the annual plan, proposal, feasibility study and preliminary design with estimate may merge into one study of preliminary-design depth; the reply states investment and content by class (basic being body and infrastructure, improvement, upgrade).",
        ),
        line: "in the annual plan 项目建议书+可研+初设概算 may merge into 可研（代初步设计）; the reply quantifies by class (基础类 = 主体改造修缮 + 配套基础设施)",
        implemented_by: "S03, S03a–c; R-11, R-27, R-34",
        implemented_by_zh: "S03、S03a–c；R-11、R-27、R-34",
    },
    Clause {
        id: "4.2c",
        summary: Text::new(
            "土地权属不变的，不办用地规划许可，已有用地手续即可。",
            "Where land rights stay unchanged no land-use planning permit is needed; existing land papers serve.",
        ),
        line: "no change of land rights: no land-use planning permit, existing land papers serve",
        implemented_by: "S04; R-35",
        implemented_by_zh: "S04；R-35",
    },
    Clause {
        id: "4.3a",
        summary: Text::new("改造必须保证主体结构安全。", "The main structure must be safe."),
        line: "main structure safe",
        implemented_by: "S06, S08 evidence 主体结构安全; R-38",
        implemented_by_zh: "S06、S08（佐证主体结构安全）；R-38",
    },
    Clause {
        id: "4.3b",
        summary: Text::new(
            "不增面积、不改结构的，不办工程规划许可。",
            "Without added area or changed structure no planning permit is needed.",
        ),
        line: "no added area, no changed structure: no planning permit",
        implemented_by: "S05; R-36",
        implemented_by_zh: "S05；R-36",
    },
    Clause {
        id: "4.3c",
        summary: Text::new(
            "建设单位作出告知承诺的，不再审查施工图。",
            "With the project owner's pledge there is no drawing review.",
        ),
        line: "project owner's pledge (告知承诺制): no drawing review",
        implemented_by: "S06; R-37",
        implemented_by_zh: "S06；R-37",
    },
    Clause {
        id: "4.3d",
        summary: Text::new(
            "新建、改建、扩建的，规划许可和施工许可可以合并或同步办理，施工图实行联合审查。",
            "For new, altered and extended buildings planning and construction permits may be merged or run in parallel, with a joint drawing review.",
        ),
        line: "new/altered/extended: planning and construction permits merged or parallel, joint drawing review",
        implemented_by: "S05–S07; R-36, R-37",
        implemented_by_zh: "S05–S07；R-36、R-37",
    },
    Clause {
        id: "4.3e",
        summary: Text::new(
            "质量监督手续可与施工许可合并办理。",
            "Quality supervision may be merged into the construction permit.",
        ),
        line: "quality supervision may merge with construction permit",
        implemented_by: "S08; R-38",
        implemented_by_zh: "S08；R-38",
    },
    Clause {
        id: "4.4",
        summary: Text::new("鼓励联合竣工验收。", "Joint acceptance is encouraged."),
        line: "joint acceptance encouraged",
        implemented_by: "S09; R-39",
        implemented_by_zh: "S09；R-39",
    },
    Clause {
        id: "5.1",
        summary: Text::new(
            "摸清底数，由社区组织居民全程参与、充分听取意见，兼顾城市规划，应改尽改，成熟一批报一批、改一批。",
            "A solid survey; the neighbourhood takes part in the whole process and residents are heard; city planning is considered; projects come in batches as they are ready.",
        ),
        line: "solid survey (摸底); 社区 organised to take part in the whole process, residents heard; city planning considered; 应改尽改; batches 成熟一批、上报一批、改造一批",
        implemented_by: "Community survey fields, Opinion, AnnualPlan.batch; D3; R-09",
        implemented_by_zh: "小区摸底字段、居民意见、年度计划批次；D3；R-09",
    },
    Clause {
        id: "5.2a",
        summary: Text::new(
            "编制“十四五”专项规划和年度计划，使储备、在建、新开工、竣工项目循环接续。",
            "A plan for the 14th five-year period and annual plans; reserve, under way, newly started and completed projects follow each other.",
        ),
        line: "十四五 plan, annual plans; cycle 储备/在建/新开工/竣工",
        implemented_by: "Programme, AnnualPlan, stages; R-40; L-02",
        implemented_by_zh: "改造规划、年度计划、阶段；R-40；L-02",
    },
    Clause {
        id: "5.2b",
        summary: Text::new(
            "量财力而行，不盲目举债；可研阶段论证内容和资金平衡；按时开工、按期建成。",
            "Debt stays within fiscal capacity; the feasibility study proves content and funds; works start and finish on time.",
        ),
        line: "fiscal capacity; no blind borrowing; feasibility proves content and funds; start and finish on time",
        implemented_by: "R-24, R-26, R-30, R-31; L-03, L-11",
        implemented_by_zh: "R-24、R-26、R-30、R-31；L-03、L-11",
    },
    Clause {
        id: "5.3a",
        summary: Text::new(
            "县政府为实施主体，制定工作流程和项目管理机制，抓好招标、施工、监理、验收和施工前清障拆违。",
            "The county government carries the programme: it sets workflow and project management, sees to tender, works, supervision and acceptance, and has the site cleared first.",
        ),
        line: "county government is implementing subject; workflow, project management mechanism; tender, works, supervision, acceptance; clear the site",
        implemented_by: "Programme.basis_docs (also 工作流程, 管理机制), milestones; D15",
        implemented_by_zh: "改造规划的依据文件（含工作流程、管理机制）、里程碑；D15",
    },
    Clause {
        id: "5.3b",
        summary: Text::new(
            "建设单位原则上是县住建局或城关镇，公房小区可由管理单位承担。",
            "The project owner is in principle the housing bureau or the town; for public housing its manager may be.",
        ),
        line: "project owner in principle 住建局 or 城关镇; public housing: its manager",
        implemented_by: "R-41",
        implemented_by_zh: "R-41",
    },
    Clause {
        id: "5.3c",
        summary: Text::new(
            "建立项目数据库，动态监管，资金专款专用。",
            "A project database is kept, projects are supervised as they go, and money is used for its purpose only.",
        ),
        line: "project database, dynamic supervision, earmarked use (专款专用)",
        implemented_by: "ledger; D15; R-08, R-25, R-43",
        implemented_by_zh: "台账；D15；R-08、R-25、R-43",
    },
    Clause {
        id: "5.3d",
        summary: Text::new(
            "各种所有制企业均可承接；县振兴城投公司须先完成市场化改制，且不承担政府融资职能。",
            "Enterprises of any ownership may build; the county's platform company only after market reform and without financing the government.",
        ),
        line: "enterprises of any ownership; 县振兴城投 after market reform, bearing no government financing",
        implemented_by: "R-24, R-41",
        implemented_by_zh: "R-24、R-41",
    },
    Clause {
        id: "5.3e",
        summary: Text::new(
            "鼓励工程总承包（EPC）和全过程工程咨询。",
            "EPC and whole-process consulting are encouraged.",
        ),
        line: "EPC, whole-process consulting",
        implemented_by: "Project.delivery_mode",
        implemented_by_zh: "项目建设方式",
    },
    Clause {
        id: "5.4a",
        summary: Text::new(
            "按实施方案推进，建立项目台账。",
            "The implementation plan is followed; a project ledger is kept.",
        ),
        line: "follow the implementation plan; keep a project ledger (项目台账)",
        implemented_by: "ledger screen and export",
        implemented_by_zh: "台账页面和导出",
    },
    Clause {
        id: "5.4b",
        summary: Text::new(
            "依次做好设计、清单、预算、责任分解和实施；前期手续办完后进行工程总承包招标。",
            "Design, bill of quantities, budget, responsibilities and works follow in this order; then EPC tender.",
        ),
        line: "先设计、拉清单、做预算、分责任、抓实施; then EPC tender",
        implemented_by: "milestones M1–M5; S13; R-38",
        implemented_by_zh: "里程碑M1–M5；S13；R-38",
    },
    Clause {
        id: "5.4c",
        summary: Text::new(
            "明确项目责任人，每月按时报进展，重大建设信息及时报送。",
            "Each project has a responsible manager; progress is reported on time every month, major construction information promptly.",
        ),
        line: "responsible manager; monthly progress on time; major construction information promptly",
        implemented_by: "D14; R-42, R-46, R-47, R-48, R-49; L-10",
        implemented_by_zh: "D14；R-42、R-46、R-47、R-48、R-49；L-10",
    },
    Clause {
        id: "5.4d",
        summary: Text::new(
            "组织业主代表或业委会参与监督，采纳其意见。",
            "Owners' representatives or the owners' committee supervise; their opinions are taken up.",
        ),
        line: "owners' representatives/committee supervise; opinions adopted",
        implemented_by: "Opinion, ResidentSupervisor; D5",
        implemented_by_zh: "居民意见、业主监督代表；D5",
    },
    Clause {
        id: "5.4e",
        summary: Text::new("项目纳入质量安全监管。", "The project is under quality and safety supervision."),
        line: "project in quality and safety supervision",
        implemented_by: "S08; Inspection; D4; R-38",
        implemented_by_zh: "S08；日常巡查；D4；R-38",
    },
    Clause {
        id: "5.4f",
        summary: Text::new(
            "原则上不改变建筑的使用功能和主体结构。",
            "In principle neither use nor main structure is changed.",
        ),
        line: "in principle no change of use or main structure",
        implemented_by: "R-13",
        implemented_by_zh: "R-13",
    },
    Clause {
        id: "5.4g",
        summary: Text::new(
            "不可移动文物和列入名录的历史建筑依法保护。",
            "Immovable relics and listed historic buildings are protected by law.",
        ),
        line: "immovable relics, listed historic buildings protected",
        implemented_by: "S11; R-14",
        implemented_by_zh: "S11；R-14",
    },
    Clause {
        id: "5.5a",
        summary: Text::new(
            "明确用户终端以外管网和设施的产权，建立运营维护机制。",
            "Ownership beyond the user's terminal is made clear and upkeep is organised.",
        ),
        line: "ownership beyond the user terminal clear; upkeep mechanism",
        implemented_by: "AssetRight; R-55",
        implemented_by_zh: "设施产权；R-55",
    },
    Clause {
        id: "5.5b",
        summary: Text::new(
            "物业管理全覆盖：成立业委会，定管理模式、服务内容和收费标准。",
            "Property management reaches every community, with an owners' committee, a mode, services and a fee.",
        ),
        line: "property management everywhere: 业委会, mode, service, fee",
        implemented_by: "PropertyManagement; D13; R-54, R-32; L-16",
        implemented_by_zh: "后续管理；D13；R-54、R-32；L-16",
    },
    Clause {
        id: "5.5c",
        summary: Text::new(
            "基层党组织牵头，业委会、物业企业和有关部门参加联席会议；居民商定管理模式、管理规约和议事规则。",
            "A joint meeting led by the local party organisation with the owners' committee, the management company and the departments; residents settle mode, covenant and rules of debate.",
        ),
        line: "joint meeting led by 基层党组织 with 业委会, 物业企业, 职能部门; residents settle mode, covenant, rules of debate",
        implemented_by: "JointMeeting; PropertyManagement; D13; R-54",
        implemented_by_zh: "联席会议；后续管理；D13；R-54",
    },
    Clause {
        id: "5.5d",
        summary: Text::new(
            "健全维修资金归集、使用、续筹机制。",
            "The maintenance fund is collected, used and renewed.",
        ),
        line: "maintenance fund: collect, use, renew",
        implemented_by: "MaintenanceFund; R-22",
        implemented_by_zh: "住宅专项维修资金；R-22",
    },
    Clause {
        id: "6.1",
        summary: Text::new(
            "县政府负总责，成立领导小组，办公室设在县住建局。",
            "The county government answers for all; a leading group is set up, with its office in the housing bureau.",
        ),
        line: "county government answers for all; leading group; office in 住建局",
        implemented_by: "Seat, leading-group pages",
        implemented_by_zh: "组成人员、领导小组页面",
    },
    Clause {
        id: "6.2",
        summary: Text::new(
            "各成员单位履行职责、协同配合；管线单位负责改造所属管线，配合设计施工。",
            "The units do their duties together; pipeline units renew their own lines and co-ordinate with the projects.",
        ),
        line: "units do their duties; pipeline units renew their own lines and co-ordinate",
        implemented_by: "Duty, DutyTask; D8; R-53; operator screen",
        implemented_by_zh: "职责、职责事项；D8；R-53；管线单位页面",
    },
    Clause {
        id: "6.3",
        summary: Text::new("宣传政策、优秀项目和典型案例。", "Policy, good projects and typical cases are made known."),
        line: "publicity: policy, good projects, typical cases",
        implemented_by: "PublicityCase; D7",
        implemented_by_zh: "宣传案例；D7",
    },
    Clause {
        id: "6.4a",
        summary: Text::new("建立考核机制。", "The work is assessed."),
        line: "assessment (考核)",
        implemented_by: "Assessment; D11; L-15",
        implemented_by_zh: "考核；D11；L-15",
    },
    Clause {
        id: "6.4b",
        summary: Text::new("建立日常巡查和月通报制度。", "There are daily inspections and a monthly bulletin."),
        line: "daily inspection (巡查), monthly bulletin (月通报)",
        implemented_by: "Inspection, Bulletin; D11; R-50; L-12",
        implemented_by_zh: "日常巡查、月通报；D11；R-50；L-12",
    },
    Clause {
        id: "6.4c",
        summary: Text::new(
            "出现六种情形的单位，予以约谈和通报批评。",
            "On six grounds a unit is interviewed or publicly criticised.",
        ),
        line: "six triggers of 约谈 and 通报批评",
        implemented_by: "Interview, Criticism; R-51",
        implemented_by_zh: "约谈、通报批评；R-51",
    },
    Clause {
        id: "A1",
        summary: Text::new(
            "组长1人、副组长1人、成员21人；办公室主任由县住建局局长兼任，副主任3人；人员变动经组长、副组长同意后由接任者替补，不另行文。",
            "One leader, one deputy, 21 members; the office is headed by the director of the housing bureau with three deputies; on change, with consent of leader and deputy, the successor steps in without a new paper.",
        ),
        line: "组长 1, 副组长 1, 成员 21 posts; office head 县住建局局长, 3 deputy heads; on change, with consent of 组长 and 副组长 the successor steps in, no new paper",
        implemented_by: "Seat, SeatChange; R-52",
        implemented_by_zh: "组成人员、替补；R-52",
    },
    Clause {
        id: "A2",
        summary: Text::new("19个成员单位的工作职责。", "The duties of the 19 member units."),
        line: "duties of the 19 member units (A2.01–A2.19)",
        implemented_by: "units_duties.tsv; R-53; L-09",
        implemented_by_zh: "职责清单；R-53；L-09",
    },
    Clause {
        id: "A2.01",
        summary: Text::new(
            "县住建局：政策落实、规划计划、资金配合、办公室事务、项目实施和质量监管，共9项。",
            "County Housing and Construction Bureau: 9 duties.",
        ),
        line: "县住建局: 9 duties",
        implemented_by: "duties 01.1–01.9",
        implemented_by_zh: "职责01.1–01.9",
    },
    Clause {
        id: "A2.02",
        summary: Text::new(
            "县发改局：项目审批、争取上级补助、专项债券入库审核，共3项。",
            "County Development and Reform Bureau: 3 duties.",
        ),
        line: "县发改局: 3 duties",
        implemented_by: "duties 02.1–02.3; S12; R-23",
        implemented_by_zh: "职责02.1–02.3；S12；R-23",
    },
    Clause {
        id: "A2.03",
        summary: Text::new(
            "县财政局：争取债券和资金、监督使用、绩效评价、资金整合，共5项。",
            "County Finance Bureau: 5 duties.",
        ),
        line: "县财政局: 5 duties",
        implemented_by: "duties 03.1–03.5",
        implemented_by_zh: "职责03.1–03.5",
    },
    Clause {
        id: "A2.04",
        summary: Text::new("县自然资源局：规划审批、用地审批，共2项。", "County Natural Resources Bureau: 2 duties."),
        line: "县自然资源局: 2 duties",
        implemented_by: "duties 04.1–04.2",
        implemented_by_zh: "职责04.1–04.2",
    },
    Clause {
        id: "A2.05",
        summary: Text::new("县教育局：配建幼儿园等，共1项。", "County Education Bureau: 1 duty."),
        line: "县教育局: 1 duty",
        implemented_by: "duty 05.1",
        implemented_by_zh: "职责05.1",
    },
    Clause {
        id: "A2.06",
        summary: Text::new(
            "县工信局：通信网络设施升级、协调弱电单位，共2项。",
            "County Industry and Information Bureau: 2 duties.",
        ),
        line: "县工信局: 2 duties",
        implemented_by: "duties 06.1–06.2",
        implemented_by_zh: "职责06.1–06.2",
    },
    Clause {
        id: "A2.07",
        summary: Text::new("县公安局：监控、停车位、停车管理系统，共3项。", "County Public Security Bureau: 3 duties."),
        line: "县公安局: 3 duties",
        implemented_by: "duties 07.1–07.3",
        implemented_by_zh: "职责07.1–07.3",
    },
    Clause {
        id: "A2.08",
        summary: Text::new("县民政局：配置养老服务设施，共1项。", "County Civil Affairs Bureau: 1 duty."),
        line: "县民政局: 1 duty",
        implemented_by: "duty 08.1",
        implemented_by_zh: "职责08.1",
    },
    Clause {
        id: "A2.09",
        summary: Text::new("县商务局：引入企业、增设便民商业设施，共2项。", "County Commerce Bureau: 2 duties."),
        line: "县商务局: 2 duties",
        implemented_by: "duties 09.1–09.2",
        implemented_by_zh: "职责09.1–09.2",
    },
    Clause {
        id: "A2.10",
        summary: Text::new("县卫生健康局：配套卫生服务设施、医疗卫生保障，共2项。", "County Health Bureau: 2 duties."),
        line: "县卫生健康局: 2 duties",
        implemented_by: "duties 10.1–10.2",
        implemented_by_zh: "职责10.1–10.2",
    },
    Clause {
        id: "A2.11",
        summary: Text::new(
            "县应急管理局：消防设施、安防设施，共2项。",
            "County Emergency Management Bureau: 2 duties.",
        ),
        line: "县应急管理局: 2 duties",
        implemented_by: "duties 11.1–11.2",
        implemented_by_zh: "职责11.1–11.2",
    },
    Clause {
        id: "A2.12",
        summary: Text::new(
            "县市场监管局：电梯等特种设备的安全许可、检验和监督管理，共3项；有关记录仅作佐证。",
            "County Market Regulation Bureau: 3 duties.",
        ),
        line: "县市场监管局: 3 duties",
        implemented_by: "duties 12.1–12.3; S10a, S10b; R-15, R-39 (县市场监管局 guides permit, inspection and supervision; the records are evidence only)",
        implemented_by_zh: "职责12.1–12.3；S10a、S10b；R-15、R-39（县市场监管局指导许可、检验和监督管理，有关记录仅作佐证）",
    },
    Clause {
        id: "A2.13",
        summary: Text::new(
            "县文广旅游局：广播电视线路、文化建设、健身器材、休憩设施、健身场所，共5项。",
            "County Culture, Broadcasting and Tourism Bureau: 5 duties.",
        ),
        line: "县文广旅游局: 5 duties",
        implemented_by: "duties 13.1–13.5",
        implemented_by_zh: "职责13.1–13.5",
    },
    Clause {
        id: "A2.14",
        summary: Text::new("县政府金融办：协调融资、争取信贷，共2项。", "County Government Finance Office: 2 duties."),
        line: "县政府金融办: 2 duties",
        implemented_by: "duties 14.1–14.2",
        implemented_by_zh: "职责14.1–14.2",
    },
    Clause {
        id: "A2.15",
        summary: Text::new(
            "市住房公积金中心高台管理部：提取居民出资部分的公积金，共1项。",
            "Gaotai branch of the city's Housing Provident Fund Centre: 1 duty.",
        ),
        line: "市住房公积金中心高台管理部: 1 duty",
        implemented_by: "duty 15.1; R-21",
        implemented_by_zh: "职责15.1；R-21",
    },
    Clause {
        id: "A2.16",
        summary: Text::new(
            "城关镇人民政府：摸底、征求意见、梳理项目、宣传发动、化解矛盾、探索物业管理，共6项。",
            "Chengguan Town Government: 6 duties.",
        ),
        line: "城关镇人民政府: 6 duties",
        implemented_by: "duties 16.1–16.6",
        implemented_by_zh: "职责16.1–16.6",
    },
    Clause {
        id: "A2.17",
        summary: Text::new("县税务局：落实税费减免，共1项。", "County Tax Bureau: 1 duty."),
        line: "县税务局: 1 duty",
        implemented_by: "duty 17.1",
        implemented_by_zh: "职责17.1",
    },
    Clause {
        id: "A2.18",
        summary: Text::new("县邮政局：增设或改造快递投递设施，共1项。", "County Post Bureau: 1 duty."),
        line: "县邮政局: 1 duty",
        implemented_by: "duty 18.1",
        implemented_by_zh: "职责18.1",
    },
    Clause {
        id: "A2.19",
        summary: Text::new(
            "人行高台支行：指导和监督信贷政策落实，共2项。",
            "Gaotai branch of the People's Bank: 2 duties.",
        ),
        line: "人行高台支行: 2 duties",
        implemented_by: "duties 19.1–19.2",
        implemented_by_zh: "职责19.1–19.2",
    },
];
