using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Campaigns.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class RefusedAwards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "refused_at",
                table: "campaigns_campaign",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "refused_why",
                table: "campaigns_campaign",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "refused_at",
                table: "campaigns_campaign");

            migrationBuilder.DropColumn(
                name: "refused_why",
                table: "campaigns_campaign");
        }
    }
}
