//! The rules by which a page colours the pictures from its own tokens.

/// A style sheet for the page that shows pictures inline. It sets colours only, from the tokens of the pages, so that
/// a change of theme needs no redrawing; sizes and places stay as drawn.
pub const STYLE: &str = "\
svg.chart { display: block; font-variant-numeric: tabular-nums }
svg.chart .label { fill: var(--ink-2) }
svg.chart :is(.value, .strong, .over) { fill: var(--ink) }
svg.chart .alarm { fill: var(--stop) }
svg.chart :is(.solid, .dot) { fill: var(--accent) }
svg.chart .middle { fill: var(--accent-2); stroke: var(--accent) }
svg.chart .light { fill: var(--accent-3); stroke: var(--accent) }
svg.chart .hatched { stroke: var(--accent) }
svg.chart .hatch { fill: none; stroke: var(--accent) }
svg.chart .outline { fill: none; stroke: var(--edge) }
svg.chart .way { fill: var(--card); stroke: var(--edge) }
svg.chart .track { fill: var(--rule) }
svg.chart .rule { stroke: var(--rule) }
svg.chart :is(.axis, .plan) { stroke: var(--edge) }
svg.chart .today { stroke: var(--ink) }
svg.chart .actual { stroke: var(--accent) }
svg.chart .past { stroke: var(--accent-2) }
";
