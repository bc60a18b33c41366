using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Tests.Shop;
using RetailMember.UseCases;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

/// <summary>Who was meant stands in the trail by member number; a mobile by which he was found does not.</summary>
[Trait("Yardstick", "R7")]
public sealed class AuditTrailTests(SqliteShop shop) : IClassFixture<SqliteShop>
{
    private static readonly string[] Everything =
    [
        MembershipPermissions.EnrolMembers, MembershipPermissions.RecordPurchases, MembershipPermissions.AdjustPoints,
        MembershipPermissions.EditMembers, MembershipPermissions.RevealMembers, MembershipPermissions.GrantTiers,
    ];

    [Fact]
    public async Task A_planted_mobile_stands_in_no_record()
    {
        var mobile = Mobile(870);
        var no = (await As(Enrol(mobile, "林可见"))).MemberNo;
        await As(Buy(mobile, 100));
        await As(new AdjustPoints.Input { Key = Key(), Member = mobile, Points = 5, Reason = "correction" });
        await As(new ChangeMember.Input { Member = mobile, Birthday = new DateOnly(1990, 1, 1) });
        await As(new BindCard.Input(mobile, "canary-card", CredentialKind.Barcode));
        await As(new UnbindCard.Input(mobile, "canary-card"));
        await As(new GrantTier.Input(mobile, "gold", "goodwill"));
        await As(new RevealMember.Input(mobile, "asked by himself"));
        await As(new CloseMember.Input(mobile, "moved away"));

        var records = shop.Commands.Where(r => r.CallerName == "anna").ToList();

        records.Count.ShouldBe(9);
        foreach (var record in records)
        {
            var kept = $"{record.Key} {record.Input} {record.Answer}";
            kept.ShouldNotContain(mobile);
            kept.ShouldNotContain("林可见");
            kept.ShouldNotContain("canary-card", Case.Insensitive);
            kept.ShouldContain(no, customMessage: record.UseCase);
        }
    }

    private Task<TResult> As<TResult>(IInput<TResult> input) => shop.DoAs("anna", input, Everything);
}
