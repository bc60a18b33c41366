using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Membership;

namespace RetailMember.Portal.Demonstration;

/// <summary>Says with whose mobile the member's pages can be tried.</summary>
internal sealed class PortalDemonstration(IBrandDirectory brands, DataSession session, IMemberAccounts accounts) : IDemonstration
{
    /// <summary>The first person that the demonstration makes up: a member of every brand.</summary>
    private const string Mobile = "19900000000";

    public int Order => 900;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var brand in brands.Brands)
        {
            session.Brand = brand.Id;
            if (await accounts.FindByMobileAsync(Mobile, cancel) is not { IsActive: true } member) continue;
            notes.LogIn(Mobile, "code on this console", $"member {member.MemberNo}, page /m/{brand.Code}");
            return;
        }
    }
}
