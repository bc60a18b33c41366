using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Stamps.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "stamps_stamp_card",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    stamps = table.Column<int>(type: "integer", nullable: false),
                    filled = table.Column<int>(type: "integer", nullable: false),
                    last_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stamps_stamp_card", x => x.member_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_stamps_stamp_card_brand_id_last_on",
                table: "stamps_stamp_card",
                columns: new[] { "brand_id", "last_on" });

            migrationBuilder.CreateIndex(
                name: "IX_stamps_stamp_card_brand_id_stamps_member_id",
                table: "stamps_stamp_card",
                columns: new[] { "brand_id", "stamps", "member_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "stamps_stamp_card");
        }
    }
}
