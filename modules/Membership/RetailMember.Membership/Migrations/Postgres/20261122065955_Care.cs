using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Care : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "membership_care_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    store_id = table.Column<int>(type: "integer", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "character varying(64)", maxLength: 64, nullable: false),
                    follow_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    followed_up_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    followed_up_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_care_record", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_membership_care_record_brand_id_followed_up_at_follow_up_on",
                table: "membership_care_record",
                columns: new[] { "brand_id", "followed_up_at", "follow_up_on" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_care_record_member_id_recorded_at",
                table: "membership_care_record",
                columns: new[] { "member_id", "recorded_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "membership_care_record");
        }
    }
}
