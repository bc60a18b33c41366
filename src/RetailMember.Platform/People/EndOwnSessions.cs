using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>Makes all cookies and tokens of the signed-in person void, here and elsewhere.</summary>
[SignedIn]
internal sealed class EndOwnSessions(UserManager<Person> people, PlatformDb db, Changes changes)
    : UseCase<EndOwnSessions.Input, EndOwnSessions.Result>
{
    public sealed record Input : IInput<Result>;

    public sealed record Result(Guid Id);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var id = call.OwnPersonId();
        var person = await db.People.SingleAsync(p => p.Id == id, cancel);
        await people.UpdateSecurityStampAsync(person);
        await changes.OfAccessAsync(cancel);
        return new Result(person.Id);
    }
}
