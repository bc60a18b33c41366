using RetailMember.Architecture.Tests.Repository;
using RetailMember.Architecture.Tests.Rules;
using RetailMember.UseCases;

namespace RetailMember.Architecture.Tests;

public sealed class UseCaseTests
{
    private static IEnumerable<UseCaseInfo> UseCases => House.Modules.Modules.SelectMany(m => m.UseCases);

    [Fact]
    public void Every_use_case_says_who_may_do_it_and_its_permission_is_described() =>
        UseCaseRules.Undescribed(UseCases, [.. House.Modules.Permissions.Select(p => p.Name)]).ShouldBeEmpty();

    [Fact]
    public void A_permission_that_nobody_describes_is_found() =>
        UseCaseRules.Undescribed([UseCaseInfo.Of("Planted", typeof(Red.WithUnknownPermission))!], []).Count.ShouldBe(1);

    [Fact]
    public void A_use_case_that_is_silent_on_access_cannot_be_loaded() =>
        Should.Throw<InvalidOperationException>(() => UseCaseInfo.Of("Planted", typeof(Red.OpenUseCase)))
            .Message.ShouldContain("says nothing of its access");

    [Fact]
    public void What_a_member_does_for_himself_takes_him_from_the_caller() => UseCaseRules.NotOwn(UseCases).ShouldBeEmpty();

    [Fact]
    public void A_member_who_could_name_another_is_found() =>
        UseCaseRules.NotOwn([UseCaseInfo.Of("Planted", typeof(Red.OfAnyMember))!])
            .ShouldBe(["planted.of-any-member does not take the member from its caller"]);

    [Fact]
    public void Every_permission_is_asked_for_by_something() =>
        UseCaseRules.Unasked(UseCases, House.Modules, SourceTree.Files).ShouldBeEmpty();

    [Fact]
    public void What_may_hold_a_mobile_a_card_or_a_members_name_is_kept_out_of_the_audit_trail() =>
        PersonalInputs.Unmarked(UseCases).ShouldBeEmpty();

    [Fact]
    public void A_mobile_that_would_reach_the_audit_trail_is_found() =>
        PersonalInputs.Unmarked([UseCaseInfo.Of("Planted", typeof(Red.WithOpenMobile))!])
            .ShouldBe(["planted.with-open-mobile.mobile is not marked [Personal]"]);

    [Fact]
    public void Names_of_use_cases_are_unique() =>
        UseCases.GroupBy(u => u.Name).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
}
