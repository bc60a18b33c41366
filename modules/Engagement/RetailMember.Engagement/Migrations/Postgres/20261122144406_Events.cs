using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Engagement.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Events : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "engagement_member_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    waiting = table.Column<int>(type: "integer", nullable: false),
                    attended = table.Column<int>(type: "integer", nullable: false),
                    last_place = table.Column<long>(type: "bigint", nullable: false),
                    edited_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_member_event", x => x.id);
                    table.CheckConstraint("ck_engagement_member_event_seats", "taken >= 0 AND taken <= seats AND waiting >= 0 AND attended >= 0");
                });

            migrationBuilder.CreateTable(
                name: "engagement_merged_row",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    row = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_merged_row", x => new { x.merge_id, x.kind, x.row });
                });

            migrationBuilder.CreateTable(
                name: "engagement_sign_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    guests = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    signed_up_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    moved_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    moved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    times = table.Column<int>(type: "integer", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    points_taken = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_sign_up", x => x.id);
                    table.CheckConstraint("ck_engagement_sign_up_taken", "points_taken >= 0 AND points_taken <= points AND guests >= 0");
                });

            migrationBuilder.CreateIndex(
                name: "IX_engagement_member_event_brand_id_code",
                table: "engagement_member_event",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_engagement_member_event_brand_id_starts_at",
                table: "engagement_member_event",
                columns: new[] { "brand_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_engagement_sign_up_event_id_member_id",
                table: "engagement_sign_up",
                columns: new[] { "event_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_engagement_sign_up_event_id_state_place",
                table: "engagement_sign_up",
                columns: new[] { "event_id", "state", "place" });

            migrationBuilder.CreateIndex(
                name: "IX_engagement_sign_up_member_id",
                table: "engagement_sign_up",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "engagement_member_event");

            migrationBuilder.DropTable(
                name: "engagement_merged_row");

            migrationBuilder.DropTable(
                name: "engagement_sign_up");
        }
    }
}
