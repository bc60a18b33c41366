using RetailMember.Membership.Imports;
using RetailMember.Pages.Forms;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Imports;

internal sealed record ImportListModel(PageOf<ImportView> Found);

internal sealed record NewImportModel(FormFaults Faults);

/// <param name="Errors">A page of refused rows; null while there can be none.</param>
/// <param name="Faults">Why a command was refused.</param>
internal sealed record ImportModel(ImportView Import, PageOf<ReadImportErrors.Item>? Errors, FormFaults Faults);
