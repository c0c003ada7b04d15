/** A text in JSON of a `T`: `JSON.stringify` makes one, `JSON.parse` reads it. */
export type Json<T> = string & { readonly __of?: T };

/** G0 saving, G1 entry into the annual plan, G2 start of works, G3 payment, G4 acceptance. */
export type Gate = "G0" | "G1" | "G2" | "G3" | "G4";

export type Language = "zh" | "en";

/** What a rule says: `E` stops the act, `W` only warns. */
export interface Finding {
  /** `R-18`, or `malformed` for data that no rule can read. */
  rule: string;
  severity: "E" | "W";
  /** Segments by `/`; empty for the whole dossier. */
  path: string;
  /** Integers are counts, fen or hundredths of a square metre. */
  params: Record<string, number | string | string[]>;
}

/** A finding as a form shows it. */
export interface ShownFinding {
  finding: Finding;
  /** Before which gate it must be solved; `null` for what stops saving and for warnings. */
  when: Gate | null;
}

/** What a finding says. */
export interface Explained {
  /** What happened. */
  message: string;
  /** Who does what to mend it. */
  remedy: string;
}

/** What the approvals depend on; what is left out stands as for most projects. */
export interface ApprovalFlags {
  in_annual_plan?: boolean;
  merged_feasibility?: boolean;
  land_rights_change?: boolean;
  new_build?: boolean;
  adds_floor_area?: boolean;
  changes_structure?: boolean;
  changes_function?: boolean;
  pledge?: boolean;
  has_I15?: boolean;
  has_heritage?: boolean;
  has_F12?: boolean;
  delivery_mode?: string;
  below_tender_limit?: boolean;
}

/** A step of the approvals as the plan of a project has it. */
export interface PlannedStep {
  /** `S03a` */
  step: string;
  /** `null`: the plan leaves the step out. */
  requirement: "需办" | "免办" | "合并办理" | null;
  merged_into: string | null;
  merge_allowed: string | null;
  variant: string | null;
  /** `land_rights_change` and the like. */
  reason: string;
  clause: string;
}

/** Which communities a chart counts. */
export interface ChartFilter {
  year?: number | null;
  stage?: string | null;
  community?: string | null;
  unit?: string | null;
}

/** A chart as a plain value; money is in fen, area in hundredths of ㎡, progress in tenths of a percent. */
export interface Chart {
  id: string;
  language: Language;
  title: string;
  message: string;
  note: string;
  as_of: string;
  scope: string;
  form: unknown;
  columns: { key: string; name: string; unit: string }[];
  rows: { key: string; cells: Cell[]; emphasis: "plain" | "subtotal" | "total" | "alarm"; records: string | null }[];
  empty: string | null;
}

export type Cell =
  | { is: "text"; value: string }
  | { is: "money" | "count" | "area" | "progress"; value: number }
  | { is: "percent"; value: [number, number, number | null] }
  | { is: "absent" };
