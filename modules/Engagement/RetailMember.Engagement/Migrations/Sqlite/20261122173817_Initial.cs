using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Engagement.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "engagement_member_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false),
                    waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    attended = table.Column<int>(type: "INTEGER", nullable: false),
                    last_place = table.Column<long>(type: "INTEGER", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    merge_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    row = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_merged_row", x => new { x.merge_id, x.kind, x.row });
                });

            migrationBuilder.CreateTable(
                name: "engagement_sign_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    guests = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    signed_up_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    moved_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    moved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    times = table.Column<int>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    points_taken = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_sign_up", x => x.id);
                    table.CheckConstraint("ck_engagement_sign_up_taken", "points_taken >= 0 AND points_taken <= points AND guests >= 0");
                });

            migrationBuilder.CreateTable(
                name: "engagement_survey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    responses = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_survey", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "engagement_survey_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    survey_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answers = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_survey_answer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "engagement_survey_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    survey_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_survey_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "engagement_ticket",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    category = table.Column<short>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    receipt_no = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    assignee = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_ticket", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "engagement_ticket_message",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_staff = table.Column<bool>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_ticket_message", x => x.id);
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

            migrationBuilder.CreateIndex(
                name: "IX_engagement_survey_brand_id_code",
                table: "engagement_survey",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_engagement_survey_answer_survey_id_id",
                table: "engagement_survey_answer",
                columns: new[] { "survey_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_engagement_survey_entry_member_id",
                table: "engagement_survey_entry",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_engagement_survey_entry_survey_id_member_id",
                table: "engagement_survey_entry",
                columns: new[] { "survey_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_engagement_ticket_brand_id_state_due_at",
                table: "engagement_ticket",
                columns: new[] { "brand_id", "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_engagement_ticket_member_id_opened_on",
                table: "engagement_ticket",
                columns: new[] { "member_id", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "IX_engagement_ticket_message_ticket_id_id",
                table: "engagement_ticket_message",
                columns: new[] { "ticket_id", "id" });
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

            migrationBuilder.DropTable(
                name: "engagement_survey");

            migrationBuilder.DropTable(
                name: "engagement_survey_answer");

            migrationBuilder.DropTable(
                name: "engagement_survey_entry");

            migrationBuilder.DropTable(
                name: "engagement_ticket");

            migrationBuilder.DropTable(
                name: "engagement_ticket_message");
        }
    }
}
