using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using RetailMember.Pages.Layout;

namespace RetailMember.Platform.Tests.Pages;

/// <summary>A page that fails while it is drawn, when its title stands already.</summary>
public sealed class HalfDonePage : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<PageHeader>(0);
        builder.AddAttribute(1, nameof(PageHeader.Title), "样例");
        builder.CloseComponent();
        builder.OpenComponent<Failing>(2);
        builder.CloseComponent();
    }

    private sealed class Failing : ComponentBase
    {
        protected override void OnInitialized() => throw new InvalidOperationException("secret");
    }
}
