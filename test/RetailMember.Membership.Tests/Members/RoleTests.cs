using RetailMember.Modules;
using RetailMember.People;
using static RetailMember.Membership.MembershipPermissions;

namespace RetailMember.Membership.Tests.Members;

/// <summary>What the roles of a chain may do with members before head office has changed anything.</summary>
public sealed class RoleTests
{
    private static readonly ModuleDescription Module = Described();

    [Theory, Trait("Req", "OPS-10")]
    // The counter serves; nobody there corrects points, sees personal data in full or touches the programme.
    [InlineData(DefaultRole.Cashier, ViewMembers + " " + EnrolMembers + " " + RecordPurchases + " " + RefundPurchases)]
    [InlineData(DefaultRole.Till, ViewMembers + " " + EnrolMembers + " " + RecordPurchases + " " + RefundPurchases)]
    // The floor advises and enrols, and takes no money.
    [InlineData(DefaultRole.ShopGuide, ViewMembers + " " + EnrolMembers)]
    [InlineData(DefaultRole.SalesAssistant, ViewMembers + " " + EnrolMembers)]
    [InlineData(DefaultRole.SalesSupervisor, ViewMembers + " " + EnrolMembers)]
    [InlineData(DefaultRole.SalesManager, ViewMembers + " " + EnrolMembers)]
    [InlineData(DefaultRole.FloorManager, ViewMembers + " " + EnrolMembers)]
    [InlineData(DefaultRole.FloorSupervisor, ViewMembers + " " + EnrolMembers)]
    // Who manages a store answers for its members; who settles complaints corrects points within the limit.
    [InlineData(DefaultRole.StoreManager, RecordPurchases + " " + EditMembers + " " + DecideApplications + " " + AdjustPoints)]
    [InlineData(DefaultRole.StoreGeneralManager, RecordPurchases + " " + DecideApplications + " " + AdjustPoints + " " + ViewReports)]
    [InlineData(DefaultRole.CustomerService, EditMembers + " " + AdjustPoints + " " + ViewAdjustments)]
    // Finance approves what others ask for, and asks for nothing itself.
    [InlineData(DefaultRole.Finance, ViewReports + " " + ViewAdjustments + " " + ApproveAdjustments)]
    // Operations build files and rules.
    [InlineData(DefaultRole.OperationsCentre, RevealMembers + " " + EditProgrammes + " " + Import + " " + GrantTiers)]
    [InlineData(DefaultRole.OperationsDirector, RevealMembers + " " + ActivateProgrammes + " " + ApproveAdjustments)]
    public void A_role_may_what_its_work_asks_for(string role, string permissions) =>
        permissions.Split(' ').Except(RightsOf(role)).ShouldBeEmpty();

    [Theory, Trait("Req", "OPS-10"), Trait("Req", "OPS-05")]
    [InlineData(RevealMembers, DefaultRole.OperationsDirector, DefaultRole.OperationsCentre)]
    [InlineData(ActivateProgrammes, DefaultRole.OperationsDirector)]
    [InlineData(RunJobs, DefaultRole.OperationsDirector)]
    [InlineData(GrantTiers, DefaultRole.OperationsDirector, DefaultRole.OperationsCentre)]
    [InlineData(ApproveAdjustments, DefaultRole.OperationsDirector, DefaultRole.Finance)]
    public void What_is_delicate_is_with_few(string permission, params string[] roles) =>
        Module.Permissions.Single(p => p.Name == permission).DefaultRoles.ShouldBe(roles, ignoreOrder: true);

    [Fact, Trait("Req", "OPS-10"), Trait("Req", "OPS-09")]
    public void Below_the_director_nobody_asks_for_corrections_and_approves_them() =>
        DefaultRole.All.Where(r => r != DefaultRole.OperationsDirector)
            .ShouldAllBe(r => !RightsOf(r).Contains(AdjustPoints) || !RightsOf(r).Contains(ApproveAdjustments));

    [Fact, Trait("Req", "OPS-10")]
    public void Every_role_can_at_least_find_a_member_and_every_right_is_somebodys()
    {
        foreach (var role in DefaultRole.All.Where(r => r != DefaultRole.HeadOffice)) RightsOf(role).ShouldContain(ViewMembers, role);
        Module.Permissions.ShouldAllBe(p => p.DefaultRoles.Count > 0);
    }

    private static ModuleDescription Described()
    {
        var module = new ModuleDescription("Membership");
        new MembershipModule().Describe(module);
        return module;
    }

    private static List<string> RightsOf(string role) =>
        [.. Module.Permissions.Where(p => p.DefaultRoles.Contains(role)).Select(p => p.Name)];
}
