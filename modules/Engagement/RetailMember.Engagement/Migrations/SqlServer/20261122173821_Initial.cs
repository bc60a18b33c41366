using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Engagement.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "engagement_ticket_message_ids");

            migrationBuilder.CreateTable(
                name: "engagement_member_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    starts_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ends_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    seats = table.Column<int>(type: "int", nullable: false),
                    taken = table.Column<int>(type: "int", nullable: false),
                    waiting = table.Column<int>(type: "int", nullable: false),
                    attended = table.Column<int>(type: "int", nullable: false),
                    last_place = table.Column<long>(type: "bigint", nullable: false),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
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
                    merge_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    row = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_merged_row", x => new { x.merge_id, x.kind, x.row });
                });

            migrationBuilder.CreateTable(
                name: "engagement_sign_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    event_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    guests = table.Column<int>(type: "int", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    signed_up_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    moved_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    moved_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    times = table.Column<int>(type: "int", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    points_taken = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
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
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    responses = table.Column<int>(type: "int", nullable: false),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_survey", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "engagement_survey_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    survey_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    answers = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_survey_answer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "engagement_survey_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    survey_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    answer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_survey_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "engagement_ticket",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    category = table.Column<short>(type: "smallint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    receipt_no = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    assignee = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    opened_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    answered_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    closed_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_ticket", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "engagement_ticket_message",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    from_staff = table.Column<bool>(type: "bit", nullable: false),
                    author = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    text = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false)
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

            migrationBuilder.DropSequence(
                name: "engagement_ticket_message_ids");
        }
    }
}
