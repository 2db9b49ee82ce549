// SPDX-License-Identifier: Apache-2.0

/// The segment tags of passenger messages, packed big-endian.
enum Tag {
    static var abi: UInt32 { 0x41_42_49 }
    static var add: UInt32 { 0x41_44_44 }
    static var att: UInt32 { 0x41_54_54 }
    static var bgm: UInt32 { 0x42_47_4D }
    static var cnt: UInt32 { 0x43_4E_54 }
    static var com: UInt32 { 0x43_4F_4D }
    static var dat: UInt32 { 0x44_41_54 }
    static var doc: UInt32 { 0x44_4F_43 }
    static var dtm: UInt32 { 0x44_54_4D }
    static var eqn: UInt32 { 0x45_51_4E }
    static var erc: UInt32 { 0x45_52_43 }
    static var erp: UInt32 { 0x45_52_50 }
    static var fop: UInt32 { 0x46_4F_50 }
    static var fti: UInt32 { 0x46_54_49 }
    static var ftx: UInt32 { 0x46_54_58 }
    static var gis: UInt32 { 0x47_49_53 }
    static var ift: UInt32 { 0x49_46_54 }
    static var loc: UInt32 { 0x4C_4F_43 }
    static var lts: UInt32 { 0x4C_54_53 }
    static var mea: UInt32 { 0x4D_45_41 }
    static var mon: UInt32 { 0x4D_4F_4E }
    static var msg: UInt32 { 0x4D_53_47 }
    static var nad: UInt32 { 0x4E_41_44 }
    static var nat: UInt32 { 0x4E_41_54 }
    static var org: UInt32 { 0x4F_52_47 }
    static var pdt: UInt32 { 0x50_44_54 }
    static var rci: UInt32 { 0x52_43_49 }
    static var ref: UInt32 { 0x52_45_46 }
    static var rff: UInt32 { 0x52_46_46 }
    static var rpi: UInt32 { 0x52_50_49 }
    static var sac: UInt32 { 0x53_41_43 }
    static var src: UInt32 { 0x53_52_43 }
    static var ssd: UInt32 { 0x53_53_44 }
    static var ssr: UInt32 { 0x53_53_52 }
    static var tbd: UInt32 { 0x54_42_44 }
    static var tdt: UInt32 { 0x54_44_54 }
    static var tif: UInt32 { 0x54_49_46 }
    static var tkt: UInt32 { 0x54_4B_54 }
    static var tra: UInt32 { 0x54_52_41 }
    static var tri: UInt32 { 0x54_52_49 }
    static var tvl: UInt32 { 0x54_56_4C }

    /// Whether passenger messages know a segment of this tag.
    static func isKnown(_ tag: UInt32) -> Bool {
        switch tag {
        case abi, add, att, bgm, cnt, com, dat, doc, dtm, eqn, erc, erp, fop, fti, ftx, gis, ift, loc, lts, mea, mon,
            msg, nad, nat, org, pdt, rci, ref, rff, rpi, sac, src, ssd, ssr, tbd, tdt, tif, tkt, tra, tri, tvl:
            true
        // UNA UNB UNG UNH UNT UNE UNZ
        case 0x55_4E_41, 0x55_4E_42, 0x55_4E_47, 0x55_4E_48, 0x55_4E_54, 0x55_4E_45, 0x55_4E_5A: true
        case 0x41_50_44: true  // APD
        default: isKnownIdle(tag)
        }
    }

    /// Whether a segment is allowed and says nothing that Cermat keeps.
    @inline(__always)
    static func isKnownIdle(_ tag: UInt32) -> Bool {
        switch tag {
        // APD, AUT, CPI, CTA, EBD, EMP, ERC, ERP, FAR, GEI, GID, GIS, PTK, QTY, TXD, UNS, ERI, PRD, EQI
        case 0x41_50_44, 0x41_55_54, 0x43_50_49, 0x43_54_41, 0x45_42_44, 0x45_4D_50, 0x45_52_43, 0x45_52_50, 0x46_41_52,
            0x47_45_49, 0x47_49_44, 0x47_49_53, 0x50_54_4B, 0x51_54_59, 0x54_58_44, 0x55_4E_53, 0x45_52_49, 0x50_52_44,
            0x45_51_49:
            true
        default: false
        }
    }
}

/// Codes inside segments, packed big-endian.
enum Qualifier {
    static var bag: UInt32 { 0x42_41_47 }
}

/// Special service request codes, packed big-endian.
enum Request {
    static var docs: UInt32 { 0x44_4F_43_53 }
    static var doco: UInt32 { 0x44_4F_43_4F }
    static var doca: UInt32 { 0x44_4F_43_41 }
    static var tkne: UInt32 { 0x54_4B_4E_45 }
    static var seat: UInt32 { 0x53_45_41_54 }
    static var nsst: UInt32 { 0x4E_53_53_54 }
    static var foid: UInt32 { 0x46_4F_49_44 }
    static var ctcm: UInt32 { 0x43_54_43_4D }
    static var ctcp: UInt32 { 0x43_54_43_50 }
    static var ctch: UInt32 { 0x43_54_43_48 }
    static var ctcb: UInt32 { 0x43_54_43_42 }
    static var ctcf: UInt32 { 0x43_54_43_46 }
    static var ctct: UInt32 { 0x43_54_43_54 }
    static var ctcr: UInt32 { 0x43_54_43_52 }
    static var ctce: UInt32 { 0x43_54_43_45 }
    static var pctc: UInt32 { 0x50_43_54_43 }
    static var fqtv: UInt32 { 0x46_51_54_56 }
    static var inft: UInt32 { 0x49_4E_46_54 }
    static var chld: UInt32 { 0x43_48_4C_44 }
    static var oths: UInt32 { 0x4F_54_48_53 }
}
