// SPDX-License-Identifier: Apache-2.0

/// The head shapes of the MakeHuman project (CC0), as scripts/head-shapes.sh lays them out; nothing of them is part of
/// this program. Read once, shared by all pictures.
public struct HeadShapes: Sendable {
    let topology: HeadTopology
    /// For each of ``ShapeAxis/all``, its targets for values below and above 0.
    let axes: [(less: [ShapeTarget], more: [ShapeTarget])]
    /// By ancestry (0 to 2), sex (female, male) and age (young, old): `(ancestry * 2 + sex) * 2 + age`.
    let ancestries: [ShapeTarget]
    /// By sex, age and weight (least, mean, most): `(sex * 2 + age) * 3 + weight`.
    let bodies: [ShapeTarget]
    /// Lines of age that the others leave out.
    let aged: ShapeTarget
    /// What makes a face at rest friendly: corners of the mouth and inner ends of the brows a little raised.
    let friendly: [ShapeTarget]

    /// Reads a folder: about 15 MB of text.
    public init(folder: String) throws(HeadShapesError) {
        let reader = try HeadShapesReader(folder: folder)
        var axes: [(less: [ShapeTarget], more: [ShapeTarget])] = []
        for axis in ShapeAxis.all {
            axes.append(
                (try reader.targets(axis.names(isMore: false)), try reader.targets(axis.names(isMore: true))))
        }
        var ancestries: [ShapeTarget] = []
        for ancestry in ["asian", "caucasian", "african"] {
            for sex in ["female", "male"] {
                for age in ["young", "old"] {
                    ancestries.append(try reader.target("macrodetails/\(ancestry)-\(sex)-\(age)"))
                }
            }
        }
        var bodies: [ShapeTarget] = []
        for sex in ["female", "male"] {
            for age in ["young", "old"] {
                for weight in ["min", "average", "max"] {
                    bodies.append(
                        try reader.target("macrodetails/universal-\(sex)-\(age)-averagemuscle-\(weight)weight"))
                }
            }
        }
        self.axes = axes
        self.ancestries = ancestries
        self.bodies = bodies
        aged = try reader.target("head/head-age-incr")
        friendly = try reader.targets([
            "expression/mouth-corner-puller", "expression/eyebrows-left-inner-up", "expression/eyebrows-right-inner-up",
        ])
        topology = reader.topology
    }
}
