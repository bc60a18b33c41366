using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.People;
using RetailMember.Texts;

namespace RetailMember.Platform.Tests.Pages;

/// <summary>A host with nothing but the page kit and the pages of one test.</summary>
internal sealed class PageFixture : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PageFixture(WebApplication app)
    {
        _app = app;
        Client = new HttpClient(new Cookies { InnerHandler = app.GetTestServer().CreateHandler() })
        {
            BaseAddress = new Uri("http://localhost"),
        };
        Client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
    }

    public HttpClient Client { get; }

    public static async Task<PageFixture> StartAsync(Action<IEndpointRouteBuilder> map)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddPages();
        builder.Services.AddSingleton(new TextCatalogue([typeof(Page).Assembly]));
        builder.Services.AddScoped(services => services.GetRequiredService<TextCatalogue>().For("zh-Hans"));
        builder.Services.AddSingleton<IShellSource, Chain>();
        builder.Services.AddSingleton<ICallers, Chain>();
        builder.Services.AddSingleton<IBrandDirectory, Chain>();
        builder.Services.AddScoped<HttpCalls>();
        var app = builder.Build();
        app.UsePages();
        app.UseRouting();
        app.UsePageForms();
        map(app.MapGroup("").WithMetadata(PageMark.Instance));
        await app.StartAsync();
        return new PageFixture(app);
    }

    public async Task<IDocument> OpenAsync(string address) =>
        await ReadAsync(await Client.GetAsync(new Uri(address, UriKind.Relative)));

    public static async Task<IDocument> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>Keeps cookies as a browser would: the test server's handler does not.</summary>
    private sealed class Cookies : DelegatingHandler
    {
        private readonly System.Net.CookieContainer _kept = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove("Cookie");
            if (_kept.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header) request.Headers.Add("Cookie", header);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set) _kept.SetCookies(request.RequestUri!, cookie);
            return response;
        }
    }

    private sealed class Chain : IShellSource, ICallers, IBrandDirectory
    {
        public IReadOnlyList<Brand> Brands => [];

        public ValueTask<ShellModel> ForRequest(HttpContext http) => ValueTask.FromResult(new ShellModel
        {
            ApplicationName = "示范连锁",
            Person = new ShellPerson("陈静", "总部管理员", []),
            Brands = [new("pharmacy", "大药房", "/brands/pharmacy", true), new("apparel", "服饰", "/brands/apparel", false)],
            Menus = [new("会员", [new("会员", "/members", "users", true)])],
        });

        public ValueTask<Caller> OfAsync(HttpContext http) => ValueTask.FromResult(Caller.House("test"));

        public Brand? Find(string code) => null;

        public Brand? Find(int id) => null;

        public IReadOnlyList<Store> StoresOf(int brandId) => [];

        public Store? FindStore(int brandId, string code) => null;

        public Store? FindStore(int storeId) => null;

        public bool IsOn(string module, int brandId, int? storeId) => true;
    }
}
