using RetailMember.Pages;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Shared;

/// <summary>For pages that offer a command before any use case has checked the right to it.</summary>
internal static class PageRights
{
    public static void Require(this PageCall page, string permission)
    {
        if (page.May(permission)) return;
        if (page.Context.Caller.Kind == CallerKind.Anonymous) throw new Refusal("sign-in.needed", RefusalKind.SignInNeeded);
        throw new Refusal("permission.denied", RefusalKind.Forbidden, ("permission", permission));
    }
}
