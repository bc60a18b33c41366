using RetailMember.Membership.Pages.Members;
using RetailMember.Membership.Pages.Programmes.Versions;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Programmes.Reading;

internal static class StateWords
{
    public static string Of(this ITexts texts, VersionState state) =>
        texts["membership.programmes.state." + EnumCode.Of(state)];
}
