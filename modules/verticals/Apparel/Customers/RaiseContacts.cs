using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Apparel.Tasks;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Customers;

/// <summary>
/// Raises a task for each customer of a class with whom nobody has been in touch for as long as the class allows: one for each
/// silence, and another where that one was called off and as long has gone by again. Customers of a store that has the module
/// off are not its business.
/// </summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class RaiseContacts(UseCaseEntry entry) : Process<RaiseContacts.Input, RaiseContacts.Result>
{
    private const int AtOnce = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var raised = 0;
        (string? Class, Guid? After) at = (null, null);
        do
        {
            var step = await entry.RunAsync(new RaiseSome.Input(today, at.Class, at.After, AtOnce), call, cancel);
            raised += step.Raised;
            at = (step.Class, step.Last);
        }
        while (at.Class is not null);
        return new Result(today, raised);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(DateOnly RaisedOn, int Raised);
}

/// <summary>Does so for some customers of one class.</summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class RaiseSome(
    ApparelRules rules, TaskDesk desk, IMemberFiles files, IMemberCare care, IBrandDirectory brands)
    : UseCase<RaiseSome.Input, RaiseSome.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var terms = await rules.NowAsync(cancel);
        var classes = terms.Classes.Where(c => c.ContactEveryDays is not null).ToList();
        var chosen = input.Class is null ? classes.FirstOrDefault()
            : classes.FirstOrDefault(c => c.Code == input.Class);
        var services = terms.On(ServiceTrigger.Silence).ToList();
        if (chosen is null || services.Count == 0) return new Result(0, null, null);
        var members = await files.WalkAsync(terms.SegmentOf(chosen), input.After, input.Count, cancel);
        var last = await care.LastAsync([.. members.Select(m => m.Id)], cancel);
        var calledOff = await desk.CalledOffAsync([.. members.Select(m => m.Id)], cancel);
        var raised = await desk.RaiseAsync(
            from member in members
            where brands.IsOn(ApparelModule.ModuleName, call.RequiredBrand.Id, member.StoreId)
            let silent = last.TryGetValue(member.Id, out var at) ? call.RequiredBrand.DateOf(at) : member.JoinedOn
            from service in services
            let since = calledOff.TryGetValue((member.Id, service.Code), out var off) && off > silent ? off : silent
            where chosen.NextContact(since) < input.On
            select new TaskReason(
                service, member.Id, null, input.On,
                    $"{TaskReason.Silence}:{member.Id:N}:{since:yyyyMMdd}:{service.Code}"),
            input.On, cancel);
        if (members.Count == input.Count) return new Result(raised, chosen.Code, members[^1].Id);
        return new Result(raised, classes.SkipWhile(c => c != chosen).Skip(1).FirstOrDefault()?.Code, null);
    }

    internal sealed record Input(DateOnly On, string? Class, Guid? After, int Count) : IInput<Result>;

    /// <param name="Class">Where to go on; null after the last class.</param>
    /// <param name="Last">The last member of a class that goes on.</param>
    internal sealed record Result(int Raised, string? Class, Guid? Last);
}
