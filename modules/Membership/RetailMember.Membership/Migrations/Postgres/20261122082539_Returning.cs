using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Returning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "membership_enrolment_receipt",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    receipt = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_enrolment_receipt", x => new { x.brand_id, x.receipt });
                });

            migrationBuilder.CreateTable(
                name: "membership_member_status_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<short>(type: "smallint", nullable: false),
                    to = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_member_status_change", x => x.id);
                });

            migrationBuilder.Sql(
                """
                INSERT INTO membership_enrolment_receipt (brand_id, receipt, member_id)
                SELECT brand_id, enrolment_receipt, id FROM membership_member WHERE enrolment_receipt IS NOT NULL;
                """);

            migrationBuilder.DropIndex(
                name: "IX_membership_member_brand_id_enrolment_receipt",
                table: "membership_member");

            migrationBuilder.DropColumn(
                name: "enrolment_receipt",
                table: "membership_member");

            migrationBuilder.CreateIndex(
                name: "IX_membership_enrolment_receipt_member_id",
                table: "membership_enrolment_receipt",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_status_change_brand_id_on",
                table: "membership_member_status_change",
                columns: new[] { "brand_id", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_status_change_member_id_at",
                table: "membership_member_status_change",
                columns: new[] { "member_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "membership_enrolment_receipt");

            migrationBuilder.DropTable(
                name: "membership_member_status_change");

            migrationBuilder.AddColumn<string>(
                name: "enrolment_receipt",
                table: "membership_member",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_brand_id_enrolment_receipt",
                table: "membership_member",
                columns: new[] { "brand_id", "enrolment_receipt" },
                unique: true);
        }
    }
}
