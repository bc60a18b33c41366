using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

internal static class OwnPerson
{
    /// <summary>The person who calls; a till has no account to change.</summary>
    public static Guid OwnPersonId(this CallContext call) =>
        call.Caller is { Kind: CallerKind.Person, Id: { } id }
            ? id
            : throw new Refusal("sign-in.needed", RefusalKind.SignInNeeded);
}
