// SPDX-License-Identifier: Apache-2.0
// Cuts UN/EDIFACT bytes into segments and components (ISO 9735), one block of 64 bytes at a time.
#ifndef CEDIFACTSCAN_H
#define CEDIFACTSCAN_H
#include <stddef.h>
#include <stdint.h>

#include "small_text.h"

/// The longest segment, in bytes; the rest of a longer one is read as a further segment.
#define CEDIFACT_MAX_SEGMENT 65536u
/// The most components of a segment; further ones stay part of the last.
#define CEDIFACT_MAX_COMPONENTS 4096u

/// So many bytes may be loaded from the start of any value, whatever its length.
#define CEDIFACT_SLACK 64u

enum {
    /// A release character occurs.
    CEDIFACT_RELEASED = 1,
    /// Control characters (line breaks, NUL) occur inside the segment.
    CEDIFACT_CONTROL = 2,
    /// The segment was cut at the length limit.
    CEDIFACT_TOO_LONG = 8,
    /// More components than the limit.
    CEDIFACT_TOO_MANY = 16,
    /// The input ended before a terminator.
    CEDIFACT_UNTERMINATED = 32,
    /// A release character with nothing after it; kept literally.
    CEDIFACT_DANGLING_RELEASE = 64,
};

/// Why a reader must look twice at a segment.
enum {
    /// The tag begins with UN, as those of envelopes do.
    CEDIFACT_SERVICE = 1,
    /// It begins or ends an interchange, or may have swallowed one for want of a terminator.
    CEDIFACT_UNUSUAL = 2,
    /// No tag, or one of the flags that deserve a warning.
    CEDIFACT_TROUBLED = 4,
};

/// How the scanner finds separators; every level gives the same segments.
enum { CEDIFACT_SCALAR = 0, CEDIFACT_SSE2 = 1, CEDIFACT_AVX2 = 2, CEDIFACT_AVX512 = 3 };

typedef struct {
    const uint8_t *base;
    size_t end;
    /// Where the next segment is looked for.
    size_t position;
    /// Start of the block that `marks` describes, and its marks not yet passed.
    size_t block;
    uint64_t marks;
    int32_t level;
    uint8_t component, element, release, terminator;
    uint8_t release_or_nul;
    /// 0 plain, 1 component, 2 element, 3 terminator, 4 release, 5 control.
    uint8_t class_of[256];
} cedifact_scanner;

typedef struct {
    /// The bytes that the offsets in `at` count from: the input itself, or `scratch` when unfolded.
    const uint8_t *text;
    /// Start of each component; component i ends one byte before at[i + 1]. CEDIFACT_MAX_COMPONENTS + 16 entries.
    uint32_t *at;
    /// Index of each element's first component, one more entry than elements. CEDIFACT_MAX_COMPONENTS + 16 entries.
    uint32_t *first;
    /// CEDIFACT_MAX_SEGMENT + 128 bytes for unfolding.
    uint8_t *scratch;
    /// The bytes of the text, the terminator not counted.
    uint32_t length;
    /// The raw bytes: from the tag to behind the terminator.
    size_t start, end;
    /// The three letters of the tag in upper case, big-endian, or 0 where there is no such tag.
    uint32_t tag;
    uint32_t flags;
    /// Elements and components, the tag counted as the first of each.
    uint32_t elements, components;
} cedifact_segment;

/// The most segments that are read ahead.
#define CEDIFACT_BATCH 64u

/// One segment as its readers see it, one of several that were read in one go.
typedef struct {
    const uint8_t *text;
    /// The raw bytes: from the tag to behind the terminator.
    size_t start, end;
    /// For segments of less than 64 bytes that need no unfolding: the places of all separators and of element
    /// separators, that of the terminator added to both. Else 0: offsets are in the `cedifact_segment`.
    uint64_t separators, element_separators;
    /// As in `cedifact_segment`; no elements with `separators`.
    uint32_t length, tag, flags, elements;
    /// 0, as nearly always, or why to look twice.
    uint32_t attention;
} cedifact_view;

/// The best level of this processor.
int32_t cedifact_best_level(void);

/// Prepares a scanner over `count` bytes.
void cedifact_begin(cedifact_scanner *scanner, const uint8_t *base, size_t count, int32_t level);

/// Sets the separators and the place to go on from; a release of 0x20 means none.
void cedifact_restart(
    cedifact_scanner *scanner, size_t position, uint8_t component, uint8_t element, uint8_t release, uint8_t terminator);

/// Reads the next segments into `views` (CEDIFACT_BATCH of them) and gives their number; 0 at the end of the input.
/// Segments with releases or line breaks come unfolded, one at a time.
size_t cedifact_next(cedifact_scanner *scanner, cedifact_segment *segment, cedifact_view *views);

/// The offset in the input of the byte that stands at `offset` in the segment's text.
size_t cedifact_raw_offset(const cedifact_scanner *scanner, const cedifact_view *view, size_t offset);

#endif
