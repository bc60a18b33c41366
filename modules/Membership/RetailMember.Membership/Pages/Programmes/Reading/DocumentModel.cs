using RetailMember.Pages.Forms;

namespace RetailMember.Membership.Pages.Programmes.Reading;

/// <summary>The document itself, for who would rather write it than fill in forms.</summary>
internal sealed record DocumentModel(VersionModel Version, FormFaults Faults);
