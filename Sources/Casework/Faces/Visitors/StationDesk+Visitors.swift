// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Faces
public import Watchlists

extension StationDesk {
    /// Drops every picture of reviews that named an entry, open, confirmed or over: of a visitor who is forgotten no probe
    /// stays either.
    public func dropPictures(naming entry: RecordID<WatchlistEntry>) {
        portraits[entry] = nil
        for review in reviews.values where review.candidates.contains(where: { $0.entry == entry }) {
            probes[review.id] = nil
        }
    }
}
