// SPDX-License-Identifier: Apache-2.0

/// The three letters that name a segment, packed big-endian so that a switch over tags is one over integers.
public enum SegmentTag {
    @inlinable public static var una: UInt32 { 0x55_4E_41 }
    @inlinable public static var unb: UInt32 { 0x55_4E_42 }
    @inlinable public static var ung: UInt32 { 0x55_4E_47 }
    @inlinable public static var unh: UInt32 { 0x55_4E_48 }
    @inlinable public static var unt: UInt32 { 0x55_4E_54 }
    @inlinable public static var une: UInt32 { 0x55_4E_45 }
    @inlinable public static var unz: UInt32 { 0x55_4E_5A }

    /// The letters of a packed tag.
    public static func text(_ tag: UInt32) -> String {
        String(decoding: [UInt8(tag >> 16 & 255), UInt8(tag >> 8 & 255), UInt8(tag & 255)], as: UTF8.self)
    }
}
