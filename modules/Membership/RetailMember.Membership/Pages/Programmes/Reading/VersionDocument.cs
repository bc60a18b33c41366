using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Pages.Programmes.Reading;

internal static class VersionDocument
{
    public static ProgrammeDocument ReadDocument(this ReadProgrammeVersion.Result version) =>
        ProgrammeJson.Read(version.Document.GetRawText());
}
