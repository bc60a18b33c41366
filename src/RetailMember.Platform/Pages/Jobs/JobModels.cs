using RetailMember.Pages.Forms;
using RetailMember.Platform.Jobs;
using RetailMember.Values;

namespace RetailMember.Platform.Pages.Jobs;

internal sealed record JobListModel(IReadOnlyList<FindJobs.Item> Jobs, bool MayRun, FormFaults Faults);

/// <param name="Jobs">To choose from.</param>
internal sealed record RunListModel(PageOf<FindRuns.Item> Found, IReadOnlyList<string> Jobs);
