import Testing

@testable import Governance

struct NearestTests {
  private static let names = [
    "status", "beleid", "lijst", "gedragscode", "ondernemingsraad", "Gemeentesecretaris", "log",
  ]

  @Test(arguments: [
    ("statsu", "status"), ("beleit", "beleid"), ("lijts", "lijst"), ("list", "lijst"), ("gedragcode", "gedragscode"),
    ("gemeentesecretarris", "Gemeentesecretaris"), ("STATUS", "status"), ("onderneminsraat", "ondernemingsraad"),
  ])
  func `U2: a slip finds the name that was meant`(typed: String, meant: String) {
    #expect(Nearest.name(to: typed, among: Self.names) == meant)
  }

  @Test(arguments: ["todo", "undo", "versie", "x", "", "gemeente", String(repeating: "a", count: 100_000)])
  func `what lies near nothing finds nothing`(typed: String) {
    #expect(Nearest.name(to: typed, among: Self.names) == nil)
  }

  @Test(arguments: [
    ("gedragcode@2", "gedragscode@2"), ("Gedragcode", "gedragscode"), ("gemeentesecretris/1", "Gemeentesecretaris/1"),
    ("statsu-12", "status-12"),
  ])
  func `of a handle only the word is compared, and its number stays`(typed: String, meant: String) {
    #expect(Nearest.handle(to: typed, among: Self.names) == meant)
  }

  @Test(arguments: [
    ("", "", 0), ("ab", "ba", 1), ("abc", "ac", 1), ("ac", "abc", 1), ("abc", "axc", 1), ("kitten", "sitting", 3),
    ("ca", "abc", 3),
  ])
  func `the distance is the number of letters left out, added, changed or swapped`(
    one: String, other: String, distance: Int
  ) {
    let (one, other) = (Array(one), Array(other))
    #expect(Nearest.distance(one, other, most: 9) == distance && Nearest.distance(other, one, most: 9) == distance)
    #expect(Nearest.distance(one, other, most: distance - 1) == nil)
  }

  @Test func `of several the nearest is named, and of equals the first`() {
    #expect(Nearest.name(to: "bele", among: ["belee", "bel", "belei"]) == "belee")
    #expect(Nearest.name(to: "belied", among: ["belieden", "beleid", "belief"]) == "beleid")
  }
}
