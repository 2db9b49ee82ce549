// SPDX-License-Identifier: Apache-2.0

/// The looks of the pictures, for the page's own style sheet.
///
/// Colour only repeats what shape, sign and word say. The page may set the four custom properties.
public enum FigureStyle {
    /// Rules for the classes that the pictures use.
    public static let css = """
        .fig { max-width: 100%; height: auto; display: block; }
        .fig-rank, .fig-load, .fig-countdown { display: inline-block; vertical-align: middle; }
        .fig-text { fill: var(--fig-ink, currentColor); }
        .fig-soft { fill: var(--fig-soft, currentColor); }
        .fig-grid { stroke: var(--fig-soft, currentColor); stroke-opacity: 0.45; }
        .fig-hit { fill: var(--fig-hit, currentColor); }
        .fig-on-hit { fill: var(--fig-on-hit, Canvas); }
        .fig-now { stroke: var(--fig-hit, currentColor); }
        .fig-arc, .fig-way { stroke: var(--fig-accent, currentColor); }
        .fig-accent { fill: var(--fig-accent, currentColor); }
        .fig-against { stroke: var(--fig-hit, currentColor); stroke-width: 1.5; }
        .fig-accent-line { stroke: var(--fig-accent, currentColor); }
        @media print { .fig { break-inside: avoid; } }
        @media (forced-colors: active) { .fig { forced-color-adjust: auto; } }

        """
}
