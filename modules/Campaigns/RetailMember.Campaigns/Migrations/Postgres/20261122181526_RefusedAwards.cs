using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Campaigns.Migrations.Postgres
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "refused_why",
                table: "campaigns_campaign",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);
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
