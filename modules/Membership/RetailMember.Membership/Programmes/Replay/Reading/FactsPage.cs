using RetailMember.Membership.Data;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>Some members, next to each other by their keys, with what the books know of them.</summary>
/// <param name="last">The last member's key, as the database orders them.</param>
/// <param name="first">The first member's.</param>
internal sealed class FactsPage(Guid last, Dictionary<Guid, MemberFacts> members, int brandId, Guid first)
{
    public static readonly FactsPage None = new(default, [], 0, default);

    public Guid First { get; } = first;

    public Guid Last { get; } = last;

    public int BrandId { get; } = brandId;

    public IReadOnlyDictionary<Guid, MemberFacts> Members { get; } = members;

    /// <summary>By the keys of purchases.</summary>
    public Dictionary<Guid, ReceiptFacts> Receipts { get; } = [];

    /// <summary>Receipts of before the days read, which refunds are about.</summary>
    public Dictionary<Guid, ReceiptFacts> Older { get; } = [];

    public MemberFacts? Find(Guid member) => members.GetValueOrDefault(member);

    public void Add(Purchase receipt)
    {
        if (Find(receipt.MemberId) is not { } member) return;
        var facts = new ReceiptFacts(receipt);
        Receipts.Add(receipt.Id, facts);
        member.Receipts.Add(facts);
    }
}
