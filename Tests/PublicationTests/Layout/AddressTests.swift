import Testing

@testable import Publication

struct AddressTests {
  @Test(arguments: [
    ("/", "/", "./"), ("/", "/over/", "over/"), ("/over/", "/", "../"), ("/over/", "/over/", "./"),
    ("/a/b/", "/a/c/", "../c/"), ("/a/b/c/", "/a/", "../../"), ("/a/", "/a/b/c/", "b/c/"),
    ("/a/", "/v1/a.json", "../v1/a.json"), ("/a/", "/a/feed.atom", "feed.atom"), ("/a/b/", "/a/#x", "../#x"),
    ("/a/", "/a/#x", "#x"), ("/ab/", "/a/", "../a/"), ("/", "/stijl/stijl.css", "stijl/stijl.css"),
  ])
  func `a link says how to get from one page to another`(page: String, target: String, expected: String) {
    #expect(Address.relative(from: page, to: target) == expected)
  }

  @Test(arguments: ["a", "gemeentesecretaris", "concern-manager-2", "01890a5d-ac96-774b-bcce-000000000064"])
  func `small letters, digits and hyphens can be a part of an address`(word: String) {
    #expect(Address.isSegment(word))
  }

  @Test(arguments: [
    "", "-a", "A", "a b", "a/b", "..", "é", "a\"", "a?b", "a#b", "%2e", String(repeating: "a", count: 121),
  ])
  func `anything else cannot`(word: String) {
    #expect(!Address.isSegment(word))
  }

  @Test(arguments: [
    ("https://gemeente.example", ""), ("https://gemeente.example/register", "/register"),
    ("https://gemeente.example/a/b/", "/a/b"), ("gemeente.example", ""),
  ])
  func `the folder of a site is what follows its host`(address: String, folder: String) {
    #expect(Address.folder(of: address) == folder)
  }
}
