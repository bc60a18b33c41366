using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Display;
using RetailMember.Pages.Tables;
using RetailMember.Values;

namespace RetailMember.Platform.Tests.Pages;

public sealed class AddressTests
{
    [Fact]
    public void A_link_changes_what_it_names_and_keeps_the_other_filters()
    {
        var request = new PageRequest(Http("/members", "?q=%E5%BC%A0&tier=gold&sort=name&after=x&empty="));

        request.With(("sort", "-name"), ("after", null)).ShouldBe("/members?q=%E5%BC%A0&tier=gold&sort=-name");
    }

    [Theory]
    [InlineData("", null, 1, 20)]
    [InlineData("?sort=-joined&page=3&size=50", "joined", 3, 50)]
    [InlineData("?page=0&size=100000", null, 1, 200)]
    [InlineData("?page=x&size=-5", null, 1, 20)]
    public void A_tables_address_is_read_leniently(string query, string? column, int page, int size)
    {
        var read = TableQuery.Of(Http("/", query).Request.Query);

        (read.SortColumn, read.Page, read.Size).ShouldBe((column, page, size));
    }

    [Fact]
    public void Figures_are_grouped_and_signed()
    {
        Figures.Yuan(new Money(-123456789)).ShouldBe("−¥1,234,567.89");
        Figures.Whole(1234, withSign: true).ShouldBe("+1,234");
        Figures.Whole(long.MinValue).ShouldBe("−9,223,372,036,854,775,808");
        Figures.Percent(0.1256m).ShouldBe("12.6%");
    }

    private static DefaultHttpContext Http(string path, string query)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = path;
        http.Request.QueryString = new QueryString(query);
        return http;
    }
}
