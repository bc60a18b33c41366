using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Campaigns.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MemberDevices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "campaigns_member_device",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns_member_device", x => new { x.member_id, x.device });
                });

            migrationBuilder.Sql(
                "INSERT INTO campaigns_member_device (member_id, device, brand_id, seen_at) "
                + "SELECT member_id, device, brand_id, created_at FROM campaigns_referrer WHERE device IS NOT NULL");

            migrationBuilder.DropColumn(
                name: "device",
                table: "campaigns_referrer");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "campaigns_member_device");

            migrationBuilder.AddColumn<string>(
                name: "device",
                table: "campaigns_referrer",
                type: "TEXT",
                maxLength: 43,
                nullable: true);
        }
    }
}
