using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members;

/// <summary>
/// What every till asks before anything else, compiled once for the model of this host's database: to translate it anew
/// would cost more than to answer it.
/// </summary>
internal sealed class LookupStatements
{
    public Func<MembershipDb, int, string, IAsyncEnumerable<LookupHit>> OfNumber { get; } =
        EF.CompileAsyncQuery((MembershipDb db, int brand, string code) => db.Members
            .Where(m => m.BrandId == brand && m.NumberKey == code)
            .Select(m => new LookupHit { Way = (int)LookupWay.MemberNo, Key = m.NumberKey, Member = m.MergedIntoId ?? m.Id })
            .Concat(db.Credentials
                .Where(c => c.BrandId == brand && c.Value == code)
                .Select(c => new LookupHit { Way = (int)LookupWay.Card, Key = c.Value, Member = c.MemberId })));

    /// <summary>The last one is the mobile's blind index.</summary>
    public Func<MembershipDb, int, string, string, IAsyncEnumerable<LookupHit>> OfMobile { get; } =
        EF.CompileAsyncQuery((MembershipDb db, int brand, string code, string mobile) => db.Members
            .Where(m => m.BrandId == brand && m.NumberKey == code)
            .Select(m => new LookupHit { Way = (int)LookupWay.MemberNo, Key = m.NumberKey, Member = m.MergedIntoId ?? m.Id })
            .Concat(db.Credentials
                .Where(c => c.BrandId == brand && c.Value == code)
                .Select(c => new LookupHit { Way = (int)LookupWay.Card, Key = c.Value, Member = c.MemberId }))
            .Concat(
                from person in db.People
                where person.MobileIndex == mobile
                join member in db.Members on person.Id equals member.PersonId
                where member.BrandId == brand
                select new LookupHit
                {
                    Way = (int)LookupWay.Mobile, Key = person.MobileIndex!, Member = member.MergedIntoId ?? member.Id,
                }));
}

/// <summary>By what a member was found; the first one counts most.</summary>
internal enum LookupWay
{
    MemberNo,
    Card,
    Mobile,
}

internal sealed class LookupHit
{
    /// <summary>A <see cref="LookupWay"/>.</summary>
    public required int Way { get; init; }

    public required string Key { get; init; }

    public required Guid Member { get; init; }
}
